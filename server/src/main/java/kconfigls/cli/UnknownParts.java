package kconfigls.cli;

import java.io.PrintWriter;
import java.util.List;
import kconfigls.model.ModelIssue;
import kconfigls.model.ProjectModel;
import org.jspecify.annotations.Nullable;

/** Tells which files of a tree are not there, so that values that hang on them are not known. */
final class UnknownParts {
  private static final int SHOWN = 5;

  private UnknownParts() {}

  /** Lines {@code FILE:LINE: warning: MESSAGE}; of many only the first. */
  static void print(LoadedTree tree, ProjectModel model, PrintWriter err) {
    List<ModelIssue> missing =
        model.issues().stream().filter(issue -> reason(issue) != null).toList();
    for (ModelIssue issue : missing.subList(0, Math.min(SHOWN, missing.size()))) {
      String file = issue.instance().file().relativeTo(model.spec().srctree());
      int line = tree.semantics().line(tree.semantics().place(issue.instance(), issue.key()));
      err.println(
          file + ":" + line + ": warning: " + reason(issue) + ": what it might select is unknown");
    }
    if (missing.size() > SHOWN) {
      err.println("… and " + (missing.size() - SHOWN) + " more sources; see check");
    }
  }

  /** Why a source leaves a project open; null if it does not. */
  private static @Nullable String reason(ModelIssue issue) {
    String path = "`" + issue.subject() + "`";
    return switch (issue.kind()) {
      case MISSING_FILE -> path + " is missing";
      case FOLDER_SOURCED -> path + " is a folder";
      case GLOB_WITHOUT_MATCH -> "no file matches " + path;
      case UNREADABLE_FILE -> path + " cannot be read";
      case OUTSIDE_TREE -> path + " lies outside of the tree";
      case UNRESOLVED_PATH -> "the path " + path + " is not known";
      case TOO_MANY_FILES -> path + " is left out, for there are too many files";
      case OPTIONAL_GLOB_WITHOUT_MATCH, RECURSIVE_SOURCE -> null;
    };
  }
}
