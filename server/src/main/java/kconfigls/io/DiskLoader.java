package kconfigls.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import kconfigls.text.SourceText;
import kconfigls.vfs.FileState;
import kconfigls.vfs.FileState.Origin;
import kconfigls.vfs.VfsPath;

/** Reads files; every way in which that can fail is a state, not an exception. */
public final class DiskLoader {
  private DiskLoader() {}

  /** What stands at a path now. */
  public static FileState load(VfsPath path) {
    Path file;
    try {
      file = Path.of(path.text());
    } catch (InvalidPathException e) {
      return new FileState.Absent();
    }
    try {
      if (Files.isDirectory(file)) {
        return new FileState.Folder();
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        return new FileState.Unreadable("it is no regular file");
      }
      if (Files.exists(file) && Files.size(file) > FileState.MOST) {
        return new FileState.Unreadable("it is larger than " + (FileState.MOST >> 20) + " MB");
      }
      SourceText source = SourceText.of(Files.readAllBytes(file));
      return new FileState.Present(source, Origin.DISK, 0);
    } catch (NoSuchFileException e) {
      boolean danglingLink = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      return danglingLink
          ? new FileState.Unreadable("it is a link that leads nowhere")
          : new FileState.Absent();
    } catch (AccessDeniedException e) {
      return new FileState.Unreadable("permission denied");
    } catch (FileSystemLoopException e) {
      return new FileState.Unreadable("it is a loop of links");
    } catch (IOException e) {
      return unreadable(file, e);
    }
  }

  private static FileState unreadable(Path file, IOException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("Not a directory")) {
      return new FileState.Absent();
    }
    if (message.contains("Too many levels of symbolic links")) {
      return new FileState.Unreadable("it is a loop of links");
    }
    return new FileState.Unreadable("reading failed: " + message.replace(file + ": ", ""));
  }
}
