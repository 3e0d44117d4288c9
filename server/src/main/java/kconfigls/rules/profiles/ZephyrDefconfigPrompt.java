package kconfigls.rules.profiles;

import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import org.jspecify.annotations.Nullable;

/** Reports prompts and help texts in files that are only to change defaults. */
public final class ZephyrDefconfigPrompt implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "profiles",
              "zephyr-defconfig-prompt",
              Severity.WARNING,
              "a prompt or help in a `Kconfig.defconfig` file")
          .only("zephyr");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    if (!file.path().name().contains("defconfig")) {
      return;
    }
    file.statements()
        .forEach(
            statement -> {
              switch (statement) {
                case Statement.Menu menu -> report(file, "prompt", menu.prompt(), sink);
                case Statement.Comment comment -> report(file, "prompt", comment.prompt(), sink);
                case Statement.WithAttributes with -> check(file, with, sink);
                default -> {
                  // no prompt
                }
              }
            });
  }

  private static void check(CheckedFile file, Statement.WithAttributes with, FindingSink sink) {
    for (Attribute attribute : with.attributes()) {
      switch (attribute) {
        case Attribute.Type type -> report(file, "prompt", type.prompt(), sink);
        case Attribute.Prompt prompt -> report(file, "prompt", prompt.prompt(), sink);
        case Attribute.Help help ->
            sink.report(draft("help", new Place(file.path(), help.keyword().range())));
        default -> {
          // may be changed here
        }
      }
    }
  }

  private static void report(CheckedFile file, String what, @Nullable Term term, FindingSink sink) {
    if (term != null) {
      sink.report(draft(what, new Place(file.path(), term.range())));
    }
  }

  private static Draft draft(String what, Place place) {
    return Draft.of(
        place,
        "a " + what + " in a defconfig file, which is to change defaults and define nothing");
  }
}
