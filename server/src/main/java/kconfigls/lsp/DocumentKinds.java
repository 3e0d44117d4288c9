package kconfigls.lsp;

import java.util.Set;
import kconfigls.analysis.DocumentKind;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Snapshot;
import kconfigls.dialect.ConfigFiles;
import kconfigls.dialect.Dialects;
import kconfigls.usage.SourceLanguage;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;

/** Tells what a document is, by what the client calls it and by its name. */
final class DocumentKinds {
  private static final String KCONFIG = "kconfig";
  private static final String CONFIG = "kconfig-config";
  private static final Set<String> SOURCES =
      Set.of(
          "c", "cpp", "rust", "make", "makefile", "cmake", "dts", "devicetree", "asm", "assembly");

  private DocumentKinds() {}

  /** A file that a project includes is Kconfig, whatever it is called. */
  static DocumentKind of(String language, VfsPath path, String text, Snapshot snapshot) {
    if (text.length() > FileState.MOST) {
      return DocumentKind.TOO_LARGE;
    }
    if (snapshot.cell(path).filter(FileCell::isPresent).isPresent()) {
      return DocumentKind.KCONFIG;
    }
    // the name goes before Kconfig: Emacs' eglot calls all documents of a server by one language
    if (language.equals(CONFIG) || SourceLanguage.of(path) == SourceLanguage.CONFIG) {
      return config(path);
    }
    if (language.equals(KCONFIG)) {
      return DocumentKind.KCONFIG;
    }
    return switch (SourceLanguage.of(path)) {
      case KCONFIG -> DocumentKind.KCONFIG;
      case CONFIG -> config(path);
      case C, RUST, MAKE, CMAKE, SCRIPT, DOCUMENT -> DocumentKind.SOURCE;
      case OTHER, NONE -> other(language, path, text);
    };
  }

  private static DocumentKind config(VfsPath path) {
    return path.name().startsWith("sdkconfig.rename") ? DocumentKind.RENAMES : DocumentKind.CONFIG;
  }

  private static DocumentKind other(String language, VfsPath path, String text) {
    if (SOURCES.contains(language)) {
      return DocumentKind.SOURCE;
    }
    return ConfigFiles.kind(path.text(), text, Dialects.lenient()).isPresent()
        ? DocumentKind.CONFIG
        : DocumentKind.KCONFIG;
  }
}
