package kconfigls.rules.config;

import kconfigls.rules.CheckedConfig;
import kconfigls.rules.Fix;
import kconfigls.syntax.ConfigLine;
import kconfigls.text.TextRange;
import kconfigls.values.Place;

/** Edits of the lines of configuration files. */
final class ConfigEdits {
  private ConfigEdits() {}

  /** Deletes the line of a place with its line end. */
  static Fix.Edit deleteLine(CheckedConfig config, Place place) {
    int line = place.source().lines().lineOf(place.range().start());
    int start = place.source().lines().start(line);
    int end = place.source().lines().start(line + 1);
    return edit(config, place, new TextRange(start, end), "");
  }

  /** Writes another line in the place of one. */
  static Fix.Edit replaceLine(CheckedConfig config, Place place, String text) {
    return edit(config, place, config.line(place).range(), text);
  }

  /** Writes another value; the line of the place is an assignment. */
  static Fix.Edit replaceValue(CheckedConfig config, Place place, String value) {
    ConfigLine line = config.line(place);
    TextRange range =
        line instanceof ConfigLine.Assignment assignment ? assignment.value() : line.range();
    return edit(config, place, range, value);
  }

  /** Inserts lines behind that of a place. */
  static Fix.Edit insertAfter(CheckedConfig config, Place place, String lines) {
    int end = config.line(place).end();
    String newline = place.source().text().startsWith("\r\n", end) ? "\r\n" : "\n";
    String added = newline + lines.replace("\n", newline);
    return edit(config, place, TextRange.at(end), added);
  }

  static Fix.Edit edit(CheckedConfig config, Place place, TextRange range, String text) {
    return new Fix.Edit(new kconfigls.analysis.Place(config.path(place.file()), range), text);
  }
}
