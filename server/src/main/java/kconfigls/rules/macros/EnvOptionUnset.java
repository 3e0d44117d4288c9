package kconfigls.rules.macros;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kconfigls.analysis.Lazy;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.Feature;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.model.Shell;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.vfs.TreeFiles;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** Reports {@code option env} of a variable that is not set, or that has another name. */
public final class EnvOptionUnset implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "env-option-unset",
          Severity.WARNING,
          "`option env` of a variable that is not set or is called otherwise than the symbol");

  private static final Pattern BUILD_FILE =
      Pattern.compile(
          "(GNUm|M|m)akefile.*|.*\\.(mk|mak|make|cmake|sh|py)|CMakeLists\\.txt|meson\\.build|Kbuild.*");

  private static final Pattern WORD = Pattern.compile("\\w+");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Lazy<Set<String>> words = Lazy.of(() -> wordsOfBuild(projects.treeFiles()));
    Predicate<String> isSet =
        variable -> !WORD.matcher(variable).matches() || words.get().contains(variable);
    PerEntry.always(projects, (model, node) -> draft(projects.semantics(), model, node, isSet))
        .values()
        .forEach(sink::report);
  }

  /** The words of the tree's build, which may well set the variables of these names. */
  private static Set<String> wordsOfBuild(TreeFiles files) {
    Set<String> words = new HashSet<>();
    for (VfsPath file : files.named(BUILD_FILE.asMatchPredicate())) {
      files
          .text(file)
          .ifPresent(
              text -> WORD.matcher(text.text()).results().forEach(m -> words.add(m.group())));
    }
    return words;
  }

  private static @Nullable Draft draft(
      Semantics semantics, ProjectModel model, MenuNode node, Predicate<String> isInBuild) {
    ProjectSpec spec = model.spec();
    // programs that do not take the option are told by removed-keyword
    if (node.symbol() == null || !spec.dialect().has(Feature.OPTION_ENV)) {
      return null;
    }
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Option option && option.name().equals("env")) {
        String message = message(spec, node.symbol().name(), option.value(), isInBuild);
        return message == null
            ? null
            : Draft.of(semantics.property(node, option), message).about(node.symbol().name());
      }
    }
    return null;
  }

  private static @Nullable String message(
      ProjectSpec spec, String symbol, @Nullable String variable, Predicate<String> isInBuild) {
    if (variable == null || variable.indexOf('$') >= 0) {
      return null;
    }
    // only with a shell is the whole environment known, but for what the build adds to it
    boolean complete = !spec.shell().equals(Shell.NONE);
    if (complete && !spec.environment().containsKey(variable) && !isInBuild.test(variable)) {
      return "the environment has no `" + variable + "`: `" + symbol + "` has no value";
    }
    boolean bounce = spec.dialect().has(Feature.PYTHON_CONFIGS) && !variable.equals(symbol);
    return bounce
        ? "`"
            + symbol
            + "` is called otherwise than the variable `"
            + variable
            + "`: write `$("
            + variable
            + ")` where it is used"
        : null;
  }
}
