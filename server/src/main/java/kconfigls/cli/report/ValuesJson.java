package kconfigls.cli.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import kconfigls.values.Configuration;
import kconfigls.values.Value;

/** The values of a configuration as JSON, by name. */
public final class ValuesJson {
  private ValuesJson() {}

  public static String of(Configuration configuration) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    JsonWriter json = new JsonWriter(out);
    json.beginObject();
    configuration
        .all()
        .sorted(Comparator.comparing(Value::symbol))
        .forEach(value -> print(value, json));
    json.endObject();
    out.println();
    return text.toString();
  }

  private static void print(Value value, JsonWriter json) {
    json.name(value.symbol()).beginObject();
    json.name("value").value(value.isKnown() ? value.text() : null);
    json.name("visible").value(value.visible().text());
    json.name("origin").value(value.origin().text());
    json.endObject();
  }
}
