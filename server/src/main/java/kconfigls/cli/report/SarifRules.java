package kconfigls.cli.report;

import java.util.Arrays;
import java.util.stream.Collectors;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.RulePages;
import kconfigls.rules.Severity;

/** Rules as SARIF describes them. */
final class SarifRules {
  private SarifRules() {}

  /** A reportingDescriptor, with the rule's page as help. */
  static void print(RuleInfo rule, JsonWriter json) {
    String page = RulePages.page(rule);
    json.beginObject().name("id").value(rule.id()).name("name").value(name(rule.id()));
    text(json, "shortDescription", sentence(upper(rule.summary())));
    text(json, "fullDescription", sentence(upper(rule.summary())));
    json.name("help").beginObject().name("text").value(page);
    json.name("markdown").value(page).endObject();
    RulePages.published(rule).ifPresent(uri -> json.name("helpUri").value(uri));
    json.name("defaultConfiguration").beginObject();
    json.name("level").value(SarifReport.level(rule.severity())).endObject();
    json.name("properties").beginObject();
    json.name("problem.severity").value(problem(rule.severity()));
    json.name("tags").beginArray().value("kconfig").value(rule.category()).endArray();
    json.endObject().endObject();
  }

  private static void text(JsonWriter json, String name, String text) {
    json.name(name).beginObject().name("text").value(text).endObject();
  }

  /** {@code undefined-symbol} as {@code UndefinedSymbol}. */
  private static String name(String id) {
    return Arrays.stream(id.split("-")).map(SarifRules::upper).collect(Collectors.joining());
  }

  private static String upper(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** With a full stop, as SARIF wants its messages. */
  static String sentence(String text) {
    boolean ends = text.endsWith(".") || text.endsWith("?") || text.endsWith("!");
    return ends ? text : text + ".";
  }

  private static String problem(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "recommendation";
    };
  }
}
