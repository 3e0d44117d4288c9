package kconfigls.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.text.SourceText;
import kconfigls.usage.FileUses;
import kconfigls.usage.SourceIndex;
import kconfigls.usage.SourceTexts;
import kconfigls.usage.UseScanner;
import kconfigls.usage.WordSearch;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;

/** Reads the sources of a tree into an index of the symbols that they use. */
public final class SourceReader {
  private static final int FILES_AT_ONCE = 256;
  private static final int MAX_BYTES = 32 << 20;

  /** Reads into one buffer as long as it is large enough. */
  private byte[] buffer = new byte[1 << 18];

  private final AllowedFolders allowed;

  SourceReader(AllowedFolders allowed) {
    this.allowed = allowed;
  }

  /** The index of the sources below a folder; what cannot be read is left out. */
  public static SourceIndex read(VfsPath srctree, SymbolSpelling spelling) {
    UseScanner scanner = new UseScanner(spelling);
    AllowedFolders allowed = new AllowedFolders(List.of(srctree));
    OnDisk texts = new OnDisk(SourceFiles.find(srctree), allowed);
    List<FileUses> uses =
        texts
            .chunks()
            .flatMap(chunk -> new SourceReader(allowed).uses(scanner, chunk).stream())
            .toList();
    return SourceIndex.of(spelling, texts, uses);
  }

  /** The uses in one file; empty for none, and for a file that cannot be read. */
  FileUses uses(UseScanner scanner, VfsPath path) {
    return uses(scanner, List.of(path)).stream()
        .findFirst()
        .orElseGet(() -> scanner.scan(path, ""));
  }

  /** The files of a tree, none of which is read that a link leads out of it. */
  record OnDisk(List<VfsPath> paths, AllowedFolders allowed) implements SourceTexts {
    /** Some files at a time, in several threads. */
    Stream<List<VfsPath>> chunks() {
      int chunks = (paths.size() + FILES_AT_ONCE - 1) / FILES_AT_ONCE;
      return IntStream.range(0, chunks).parallel().mapToObj(this::chunk);
    }

    private List<VfsPath> chunk(int index) {
      int start = index * FILES_AT_ONCE;
      return paths.subList(start, Math.min(start + FILES_AT_ONCE, paths.size()));
    }

    @Override
    public Optional<String> text(VfsPath file) {
      return allowed.load(file) instanceof FileState.Present present
          ? Optional.of(present.source().text())
          : Optional.empty();
    }

    @Override
    public Set<String> mentioned(Set<String> words, Predicate<VfsPath> files) {
      WordSearch search = new WordSearch(words);
      Set<String> found = new HashSet<>();
      chunks()
          .map(
              chunk ->
                  new SourceReader(allowed)
                      .mentioned(search, chunk.stream().filter(files).toList()))
          .forEachOrdered(found::addAll);
      return found;
    }

    @Override
    public List<VfsPath> naming(Set<String> words, Predicate<VfsPath> files) {
      WordSearch search = new WordSearch(words);
      return chunks()
          .flatMap(chunk -> new SourceReader(allowed).naming(search, chunk, files).stream())
          .toList();
    }
  }

  private List<FileUses> uses(UseScanner scanner, List<VfsPath> paths) {
    List<FileUses> found = new ArrayList<>();
    for (VfsPath path : paths) {
      int length = load(path);
      if (!scanner.isSilent(path, buffer, length) && !UseScanner.isBinary(buffer, length)) {
        FileUses uses = scan(scanner, path, length);
        if (!uses.isEmpty()) {
          found.add(uses);
        }
      }
    }
    return found;
  }

  private FileUses scan(UseScanner scanner, VfsPath path, int length) {
    for (int i = 0; i < length; i++) {
      if (buffer[i] < 0) {
        return scanner.scan(path, SourceText.of(Arrays.copyOf(buffer, length)).text());
      }
    }
    return scanner.scan(path, buffer, length);
  }

  private Set<String> mentioned(WordSearch search, List<VfsPath> paths) {
    Set<String> found = new HashSet<>();
    for (VfsPath path : paths) {
      int length = load(path); // which may need another buffer
      search.search(buffer, length, found);
    }
    return found;
  }

  private List<VfsPath> naming(WordSearch search, List<VfsPath> paths, Predicate<VfsPath> files) {
    return paths.stream()
        .filter(files)
        .filter(path -> !mentioned(search, List.of(path)).isEmpty())
        .toList();
  }

  /** How many bytes of a file are in the buffer now; none of a link, or of what nobody can read. */
  private int load(VfsPath path) {
    Path file = Path.of(path.text());
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile() || attributes.size() > MAX_BYTES || !allowed.contain(path)) {
        return 0;
      }
      if (buffer.length < attributes.size()) {
        buffer = new byte[(int) attributes.size()];
      }
      return RegularFiles.fill(file, attributes, buffer);
    } catch (IOException e) {
      return 0;
    }
  }
}
