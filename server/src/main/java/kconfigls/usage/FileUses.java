package kconfigls.usage;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/** The uses of symbols in one file, in order of the text. */
public final class FileUses extends AbstractList<SymbolUse> {
  private final VfsPath path;
  private final SourceLanguage language;
  private final String[] names;
  private final int[] words;
  private final int[] starts;
  private final byte[] kinds;

  private FileUses(Builder builder) {
    this.path = builder.path;
    this.language = builder.language;
    this.names = Arrays.copyOf(builder.names, builder.size);
    this.words = Arrays.copyOf(builder.words, builder.size);
    this.starts = Arrays.copyOf(builder.starts, builder.size);
    this.kinds = Arrays.copyOf(builder.kinds, builder.size);
  }

  public VfsPath path() {
    return path;
  }

  public SourceLanguage language() {
    return language;
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public SymbolUse get(int index) {
    int end = starts[index] + names[index].length();
    return new SymbolUse(
        path,
        names[index],
        new TextRange(words[index], end),
        new TextRange(starts[index], end),
        kind(index));
  }

  public String name(int index) {
    return names[index];
  }

  public UseKind kind(int index) {
    return UseKind.of(kinds[index]);
  }

  /** The uses of one name. */
  public List<SymbolUse> of(String name) {
    return stream().filter(use -> use.name().equals(name)).toList();
  }

  /** The names that are used, each once. */
  Set<String> names() {
    return new HashSet<>(Arrays.asList(names));
  }

  /** Whether a name is used. */
  public boolean names(String name) {
    for (String used : names) {
      if (used.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Collects the uses of a file. */
  static final class Builder {
    private final VfsPath path;
    private final SourceLanguage language;
    private String[] names = new String[8];
    private int[] words = new int[8];
    private int[] starts = new int[8];
    private byte[] kinds = new byte[8];
    private int size;

    Builder(VfsPath path, SourceLanguage language) {
      this.path = path;
      this.language = language;
    }

    void add(String name, int word, int start, UseKind kind) {
      if (size == names.length) {
        names = Arrays.copyOf(names, size * 2);
        words = Arrays.copyOf(words, size * 2);
        starts = Arrays.copyOf(starts, size * 2);
        kinds = Arrays.copyOf(kinds, size * 2);
      }
      names[size] = name;
      words[size] = word;
      starts[size] = start;
      kinds[size++] = kind.code();
    }

    FileUses build() {
      return new FileUses(this);
    }
  }
}
