package kconfigls.lsp;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kconfigls.io.Settings;
import kconfigls.io.SettingsFile;
import kconfigls.vfs.VfsPath;

/** What the trees' own files of settings say, as far as the user trusts them. */
final class TreeSettings {
  private final Session session;

  TreeSettings(Session session) {
    this.session = session;
  }

  /**
   * The settings for a path; none without a file, or with one that is not understood.
   *
   * @param wrong takes what the user is to know of them
   */
  Settings of(VfsPath path, Set<String> wrong) {
    try {
      Settings file = SettingsFile.find(path, session.scope());
      return session.trusted() ? file : restricted(file, wrong);
    } catch (SettingsFile.InvalidException e) {
      wrong.add(String.valueOf(e.getMessage()));
      return Settings.NONE;
    }
  }

  /** Without what an untrusted tree must not say. */
  private static Settings restricted(Settings file, Set<String> wrong) {
    List<String> ignored = file.restrictedKeys();
    if (!ignored.isEmpty()) {
      String keys = ignored.stream().map(key -> "'" + key + "'").collect(Collectors.joining(", "));
      String message =
          file.folder().resolve(SettingsFile.NAME)
              + ": ignored until you trust the folder: "
              + keys;
      wrong.add(message);
    }
    return file.restricted();
  }
}
