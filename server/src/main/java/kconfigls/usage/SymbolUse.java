package kconfigls.usage;

import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/**
 * A place where a source names a symbol.
 *
 * @param name without the prefix, unless the prefix belongs to it
 * @param word the name with its prefix
 * @param range the name alone
 */
public record SymbolUse(VfsPath file, String name, TextRange word, TextRange range, UseKind kind) {}
