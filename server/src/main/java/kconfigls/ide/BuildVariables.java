package kconfigls.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.SourceUses.Found;
import kconfigls.ide.support.Cursor;
import kconfigls.ide.support.Cursors;
import kconfigls.ide.support.Macros;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import kconfigls.usage.SourceIndex;
import kconfigls.usage.SourceLanguage;
import kconfigls.vfs.VfsPath;

/** Where the build of a tree sets a variable that its Kconfig files take from the environment. */
public final class BuildVariables {
  private BuildVariables() {}

  /** The variable at an offset that no Kconfig file assigns; empty for anything else. */
  public static Optional<String> at(Semantics semantics, FileCell cell, int offset) {
    return Cursors.at(semantics, cell, offset) instanceof Cursor.Macro macro
            && Macros.of(semantics, macro.name()).isEmpty()
        ? Optional.of(macro.name())
        : Optional.empty();
  }

  /** The assignments in makefiles, CMake files and scripts, by file and place. */
  public static List<Found> of(SourceIndex index, String name, CancelToken cancel) {
    String quoted = Pattern.quote(name);
    Pattern assignment =
        Pattern.compile(
            "^[ \\t]*(?:(?:export|override)[ \\t]+)*(?<make>"
                + quoted
                + ")[ \\t]*(?:[:?+!]|::)?=|\\bset\\([ \\t]*(?:ENV\\{)?(?<cmake>"
                + quoted
                + ")[ \\t}]",
            Pattern.MULTILINE);
    List<Found> found = new ArrayList<>();
    for (VfsPath file : index.texts().naming(Set.of(name), BuildVariables::isBuild)) {
      cancel.check();
      index
          .texts()
          .text(file)
          .map(SourceText::of)
          .ifPresent(
              source -> {
                Matcher matcher = assignment.matcher(source.text());
                while (matcher.find()) {
                  String group = matcher.group("make") == null ? "cmake" : "make";
                  TextRange range = new TextRange(matcher.start(group), matcher.end(group));
                  found.add(new Found(file, source, range));
                }
              });
    }
    return found;
  }

  private static boolean isBuild(VfsPath file) {
    return switch (SourceLanguage.of(file)) {
      case MAKE, CMAKE, SCRIPT -> true;
      case C, RUST, DOCUMENT, CONFIG, KCONFIG, OTHER, NONE -> false;
    };
  }
}
