package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Keyword;
import kconfigls.syntax.Statement;

/** Reports keywords that only other dialects have: the language page, E.2. */
public final class ExtensionKeyword implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax", "extension-keyword", Severity.ERROR, "a keyword of another dialect");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements().forEach(statement -> check(file, sink, statement));
    for (Attribute attribute : file.attributes()) {
      check(file, sink, attribute);
    }
  }

  private static void check(CheckedFile file, FindingSink sink, Statement statement) {
    if (statement instanceof Statement.Source source && !source.keyword().is("source")) {
      require(file, sink, source.keyword(), Feature.RELATIVE_SOURCE, "Kconfiglib");
    } else if (statement instanceof Statement.Entry entry && entry.keyword().is("configdefault")) {
      require(file, sink, entry.keyword(), Feature.CONFIGDEFAULT, "Zephyr");
    }
  }

  private static void check(CheckedFile file, FindingSink sink, Attribute attribute) {
    Keyword keyword = attribute.keyword();
    switch (keyword.text()) {
      case "def_int", "def_hex", "def_string" ->
          require(file, sink, keyword, Feature.DEF_OTHER_TYPES, "Kconfiglib");
      case "set" -> require(file, sink, keyword, Feature.SET, "ESP-IDF");
      case "warning" -> require(file, sink, keyword, Feature.WARNING, "ESP-IDF");
      case "float" -> require(file, sink, keyword, Feature.FLOAT, "ESP-IDF");
      case "reset" -> require(file, sink, keyword, Feature.RESET, "OpenWrt");
      default -> {
        // known everywhere, or once
      }
    }
  }

  /** {@code def_int} and its kin say two things at once. */
  private static List<Fix> fixes(CheckedFile file, Keyword keyword) {
    if (!keyword.text().startsWith("def_")) {
      return List.of();
    }
    String type = keyword.text().substring("def_".length());
    Edits edits = Edits.in(file);
    String lines = type + "\n" + edits.indentation(keyword.range().start()) + "default";
    return List.of(
        Fix.safe("Write `" + type + "` and `default`", edits.replace(keyword.range(), lines)));
  }

  private static void require(
      CheckedFile file, FindingSink sink, Keyword keyword, Feature feature, String owner) {
    if (!file.has(feature)) {
      String message =
          "`"
              + keyword.text()
              + "` is an extension of "
              + owner
              + " that "
              + file.dialect().title()
              + " does not know";
      sink.report(
          Draft.of(new Place(file.path(), keyword.range()), message)
              .fix(() -> fixes(file, keyword)));
    }
  }
}
