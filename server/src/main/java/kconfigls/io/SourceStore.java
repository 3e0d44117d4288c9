package kconfigls.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import kconfigls.analysis.CancelToken;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.usage.FileUses;
import kconfigls.usage.SourceIndex;
import kconfigls.usage.UseScanner;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a tree, kept with the size and time of each file: the first index reads them all,
 * each later one only what has changed since. What was read before a cancellation is kept too.
 */
public final class SourceStore {
  private static final int FILES_AT_ONCE = 256;

  /** What a file was like when it was read, and its uses; null if it has none. */
  private record Read(long size, long modified, @Nullable FileUses uses) {
    boolean isOf(BasicFileAttributes attributes) {
      return size == attributes.size() && modified == attributes.lastModifiedTime().toMillis();
    }
  }

  private final VfsPath srctree;
  private final UseScanner scanner;
  private final Map<VfsPath, Read> files = new ConcurrentHashMap<>();

  public SourceStore(VfsPath srctree, SymbolSpelling spelling) {
    this.srctree = srctree;
    this.scanner = new UseScanner(spelling);
  }

  /**
   * The index of what the sources say now, read by the threads of the caller's pool.
   *
   * @param progress is told how many of a hundred parts are done
   */
  public SourceIndex refresh(CancelToken cancel, IntConsumer progress) {
    List<VfsPath> paths = SourceFiles.find(srctree);
    AllowedFolders allowed = new AllowedFolders(List.of(srctree));
    files.keySet().retainAll(Set.copyOf(paths));
    int chunks = (paths.size() + FILES_AT_ONCE - 1) / FILES_AT_ONCE;
    IntStream.range(0, chunks)
        .parallel()
        .forEach(
            chunk -> {
              int start = chunk * FILES_AT_ONCE;
              int end = Math.min(start + FILES_AT_ONCE, paths.size());
              readAll(paths.subList(start, end), new SourceReader(allowed), cancel);
              progress.accept(100 * files.size() / paths.size());
            });
    cancel.check();
    List<FileUses> uses = files.values().stream().map(Read::uses).filter(Objects::nonNull).toList();
    return SourceIndex.of(scanner.spelling(), new SourceReader.OnDisk(paths, allowed), uses);
  }

  private void readAll(List<VfsPath> paths, SourceReader reader, CancelToken cancel) {
    for (VfsPath path : paths) {
      cancel.check();
      try {
        BasicFileAttributes now =
            Files.readAttributes(
                Path.of(path.text()), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Read known = files.get(path);
        if (known == null || !known.isOf(now)) {
          FileUses uses = reader.uses(scanner, path);
          long modified = now.lastModifiedTime().toMillis();
          files.put(path, new Read(now.size(), modified, uses.isEmpty() ? null : uses));
        }
      } catch (IOException e) {
        files.remove(path);
      }
    }
  }
}
