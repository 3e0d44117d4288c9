package kconfigls.usage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** The uses of symbols in the sources of a tree; it never changes, and an edit makes another. */
public final class SourceIndex {
  /** Of a tree whose sources nobody has read. */
  public static final SourceIndex NONE =
      new SourceIndex(SymbolSpelling.NONE, SourceTexts.NONE, Map.of());

  private final SymbolSpelling spelling;
  private final SourceTexts texts;
  private final Map<VfsPath, FileUses> files;

  /** Made when first asked for; threads that race make the same. */
  private @Nullable Map<String, Integer> fileCounts;

  private SourceIndex(SymbolSpelling spelling, SourceTexts texts, Map<VfsPath, FileUses> files) {
    this.spelling = spelling;
    this.texts = texts;
    this.files = files;
  }

  /** The index of these files; those that use no symbol need not be among them. */
  public static SourceIndex of(
      SymbolSpelling spelling, SourceTexts texts, Collection<FileUses> uses) {
    Map<VfsPath, FileUses> files = new TreeMap<>();
    uses.stream().filter(file -> !file.isEmpty()).forEach(file -> files.put(file.path(), file));
    return new SourceIndex(spelling, texts, files);
  }

  /** How the tree spells symbols. */
  public SymbolSpelling spelling() {
    return spelling;
  }

  /** The sources themselves. */
  public SourceTexts texts() {
    return texts;
  }

  /** The files that use symbols, by path. */
  public Collection<FileUses> files() {
    return Collections.unmodifiableCollection(files.values());
  }

  /** The uses in a file; empty if there are none. */
  public Optional<FileUses> file(VfsPath path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The uses of a name, by file and place. */
  public List<SymbolUse> uses(String name) {
    List<SymbolUse> uses = new ArrayList<>();
    for (FileUses file : files.values()) {
      if (file.names(name)) {
        uses.addAll(file.of(name));
      }
    }
    return uses;
  }

  /**
   * In how many files beside Kconfig files each name is used; names that are not used are left out.
   */
  public Map<String, Integer> fileCounts() {
    Map<String, Integer> counts = fileCounts;
    if (counts == null) {
      Map<String, Integer> made = new HashMap<>();
      for (FileUses file : files.values()) {
        if (file.language() != SourceLanguage.KCONFIG) {
          file.names().forEach(name -> made.merge(name, 1, Integer::sum));
        }
      }
      counts = made;
      fileCounts = made;
    }
    return Collections.unmodifiableMap(counts);
  }

  /** The same index with what one file says now. */
  public SourceIndex with(FileUses file) {
    Map<VfsPath, FileUses> next = new HashMap<>(files);
    next.put(file.path(), file);
    return of(spelling, texts, next.values());
  }

  /** The same index without one file. */
  public SourceIndex without(VfsPath path) {
    Map<VfsPath, FileUses> next = new HashMap<>(files);
    next.remove(path);
    return of(spelling, texts, next.values());
  }
}
