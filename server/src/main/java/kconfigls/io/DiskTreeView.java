package kconfigls.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kconfigls.dialect.TreeView;
import kconfigls.vfs.VfsPath;

/**
 * A tree on disk, as the dialect detector sees it. What may not be read is not there, and a link
 * out of its folder has no text.
 */
public final class DiskTreeView implements TreeView {
  private static final int HEAD = 1 << 17;

  private final AllowedFolders allowed;

  /** All that is on disk. */
  public DiskTreeView() {
    this(AllowedFolders.ANYWHERE);
  }

  public DiskTreeView(AllowedFolders allowed) {
    this.allowed = allowed;
  }

  @Override
  public boolean isFile(VfsPath path) {
    return allowed.contain(path) && Files.isRegularFile(Path.of(path.text()));
  }

  @Override
  public boolean isFolder(VfsPath path) {
    return allowed.contain(path) && Files.isDirectory(Path.of(path.text()));
  }

  @Override
  public String head(VfsPath path) {
    VfsPath folder = path.parent();
    boolean inFolder = folder != null && new AllowedFolders(List.of(folder)).contain(path);
    return inFolder && allowed.contain(path)
        ? new String(RegularFiles.head(Path.of(path.text()), HEAD), StandardCharsets.ISO_8859_1)
        : "";
  }

  @Override
  public boolean hasEntry(VfsPath folder, String prefix) {
    if (!allowed.contain(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(Path.of(folder.text()))) {
      return entries.anyMatch(e -> String.valueOf(e.getFileName()).startsWith(prefix));
    } catch (IOException e) {
      return false;
    }
  }
}
