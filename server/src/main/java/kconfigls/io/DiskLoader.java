package kconfigls.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import kconfigls.text.SourceText;
import kconfigls.vfs.FileState;
import kconfigls.vfs.FileState.Origin;
import kconfigls.vfs.VfsPath;

/** Reads the files that the user names; every way in which that can fail is a state. */
public final class DiskLoader {
  private DiskLoader() {}

  /**
   * Why nothing can be read at a path that the user named, as the end of a sentence about it; empty
   * for a file that can be read and for a folder. The size of a file does not count.
   */
  public static Optional<String> obstacle(Path path) {
    return RegularFiles.refusal(path)
        .flatMap(
            refusal ->
                switch (refusal) {
                  case RegularFiles.Content.Folder folder -> Optional.empty();
                  case RegularFiles.Content.Absent absent -> Optional.of("does not exist");
                  case RegularFiles.Content.Unreadable(String reason) ->
                      Optional.of("cannot be read: " + reason);
                });
  }

  /** What stands at a path now. */
  public static FileState load(VfsPath path) {
    try {
      return switch (RegularFiles.read(Path.of(path.text()), FileState.MOST)) {
        case RegularFiles.Content.Bytes bytes ->
            new FileState.Present(SourceText.of(bytes.array()), Origin.DISK, 0);
        case RegularFiles.Content.Absent absent -> new FileState.Absent();
        case RegularFiles.Content.Folder folder -> new FileState.Folder();
        case RegularFiles.Content.Unreadable(String reason) -> new FileState.Unreadable(reason);
      };
    } catch (InvalidPathException e) {
      return new FileState.Absent();
    }
  }
}
