package kconfigls.io;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kconfigls.format.EditorConfig;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;

/** Finds what {@code .editorconfig} files say about files; each of them is read once. */
public final class EditorConfigFiles {
  private static final String NAME = ".editorconfig";
  private static final int MOST_CHARACTERS = 1 << 20;

  private final Map<VfsPath, Optional<EditorConfig>> read = new ConcurrentHashMap<>();

  /** The properties of a file: nearer files count more than those further up. */
  public Map<String, String> properties(VfsPath file) {
    Deque<VfsPath> folders = new ArrayDeque<>();
    for (VfsPath folder = file.parent(); folder != null; folder = folder.parent()) {
      Optional<EditorConfig> config = in(folder);
      if (config.isPresent()) {
        folders.push(folder);
      }
      if (config.isPresent() && config.get().isRoot()) {
        break;
      }
    }
    Map<String, String> properties = new HashMap<>();
    for (VfsPath folder : folders) {
      in(folder).ifPresent(config -> properties.putAll(config.of(file.relativeTo(folder))));
    }
    properties.values().removeIf("unset"::equals);
    return properties;
  }

  private Optional<EditorConfig> in(VfsPath folder) {
    return read.computeIfAbsent(folder, EditorConfigFiles::load);
  }

  private static Optional<EditorConfig> load(VfsPath folder) {
    return new AllowedFolders(List.of(folder)).load(folder.resolve(NAME))
                instanceof FileState.Present present
            && present.source().length() < MOST_CHARACTERS
        ? Optional.of(EditorConfig.parse(present.source().text()))
        : Optional.empty();
  }
}
