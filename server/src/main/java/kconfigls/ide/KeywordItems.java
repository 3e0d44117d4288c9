package kconfigls.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Dialects;
import kconfigls.dialect.Feature;
import kconfigls.ide.Completion.Item;
import kconfigls.ide.Completion.Kind;
import kconfigls.ide.support.LineContext;
import kconfigls.model.ProjectModel;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;

/** Offers keywords. */
final class KeywordItems {
  private static final Map<String, String> STATEMENTS =
      Map.of(
          "config", "config ${1:NAME}\n\tbool \"${2:prompt}\"\n\thelp\n\t  $0",
          "menuconfig", "menuconfig ${1:NAME}\n\tbool \"${2:prompt}\"\n$0",
          "choice", "choice\n\tprompt \"${1:prompt}\"\n\n$0\nendchoice",
          "menu", "menu \"${1:title}\"\n\n$0\nendmenu",
          "if", "if ${1:CONDITION}\n\n$0\nendif",
          "comment", "comment \"${1:text}\"$0",
          "source", "source \"$1\"$0",
          "mainmenu", "mainmenu \"$1\"$0");
  private static final List<String> IN_CHOICE = List.of("config", "if", "comment");

  private KeywordItems() {}

  /** What a line can begin with. */
  static List<Item> lineStart(Semantics semantics, FileCell cell, LineContext line) {
    List<Item> items = new ArrayList<>();
    Dialect dialect =
        semantics
            .projectOf(cell.path())
            .map(ProjectModel::spec)
            .map(spec -> spec.dialect())
            .orElseGet(Dialects::lenient);
    if (line.block() != null) {
      String end = "end" + line.block().keyword().text();
      items.add(Item.of(end, Kind.KEYWORD, "ends the " + line.block().keyword().text(), 0));
    }
    Optional.ofNullable(line.entry()).ifPresent(entry -> attributes(entry, dialect, items));
    boolean choice = line.block() instanceof Statement.Choice;
    STATEMENTS.forEach(
        (keyword, snippet) -> {
          if (!choice || IN_CHOICE.contains(keyword) || dialect.has(Feature.ANY_IN_CHOICE)) {
            items.add(new Item(keyword, Kind.KEYWORD, "statement", snippet, 2));
          }
        });
    if (dialect.has(Feature.RELATIVE_SOURCE)) {
      for (String keyword : List.of("rsource", "osource", "orsource")) {
        items.add(new Item(keyword, Kind.KEYWORD, "statement", keyword + " \"$1\"$0", 3));
      }
    }
    if (dialect.has(Feature.CONFIGDEFAULT)) {
      items.add(new Item("configdefault", Kind.KEYWORD, "statement", "configdefault $0", 3));
    }
    return items;
  }

  private static void attributes(
      Statement.WithAttributes statement, Dialect dialect, List<Item> items) {
    boolean typed = false;
    boolean prompted = false;
    boolean helped = false;
    for (Attribute attribute : statement.attributes()) {
      typed |= attribute instanceof Attribute.Type || attribute.keyword().text().startsWith("def_");
      prompted |= attribute instanceof Attribute.Prompt;
      prompted |= attribute instanceof Attribute.Type type && type.prompt() != null;
      helped |= attribute instanceof Attribute.Help;
    }
    if (statement instanceof Statement.Entry && !typed) {
      for (String type : List.of("bool", "tristate", "int", "hex", "string")) {
        items.add(new Item(type, Kind.KEYWORD, "type", type + " \"${1:prompt}\"$0", 0));
      }
      items.add(new Item("def_bool", Kind.KEYWORD, "type", "def_bool ${1:y}$0", 1));
      items.add(new Item("def_tristate", Kind.KEYWORD, "type", "def_tristate ${1:y}$0", 1));
    }
    items.add(attribute("depends on", "depends on $0"));
    if (statement instanceof Statement.Menu) {
      items.add(attribute("visible if", "visible if $0"));
    }
    if (statement instanceof Statement.Entry || statement instanceof Statement.Choice) {
      items.add(attribute("default", "default $0"));
      if (!prompted) {
        items.add(attribute("prompt", "prompt \"$1\"$0"));
      }
      if (!helped) {
        items.add(attribute("help", "help\n\t  $0"));
      }
    }
    if (statement instanceof Statement.Entry) {
      items.add(attribute("select", "select $0"));
      items.add(attribute("range", "range ${1:low} ${2:high}$0"));
      addIf(items, dialect, Feature.IMPLY, "imply");
      addIf(items, dialect, Feature.MODULES, "modules");
      addIf(items, dialect, Feature.TRANSITIONAL, "transitional");
    }
  }

  private static void addIf(List<Item> items, Dialect dialect, Feature feature, String keyword) {
    if (dialect.has(feature)) {
      items.add(attribute(keyword, keyword.equals("imply") ? "imply $0" : keyword));
    }
  }

  private static Item attribute(String label, String snippet) {
    return new Item(label, Kind.KEYWORD, "attribute", snippet, 1);
  }

  /** Operators, and the condition where one may follow. */
  static List<Item> afterOperand(String first) {
    List<Item> items = new ArrayList<>();
    boolean expression =
        List.of("depends", "default", "def_bool", "def_tristate", "if", "visible").contains(first);
    if (expression) {
      items.add(new Item("&&", Kind.KEYWORD, "and", "&& $0", 1));
      items.add(new Item("||", Kind.KEYWORD, "or", "|| $0", 1));
    }
    if (!first.equals("if") && !first.equals("visible")) {
      items.add(new Item("if", Kind.KEYWORD, "condition", "if $0", 0));
    }
    return items;
  }
}
