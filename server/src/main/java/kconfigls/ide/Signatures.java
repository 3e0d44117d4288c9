package kconfigls.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.MacroLibrary;
import kconfigls.dialect.MacroLibrary.Arity;
import kconfigls.ide.support.Macros;
import kconfigls.model.ProjectModel;

/** The parameters of the macro function whose call the cursor stands in. */
public final class Signatures {
  /**
   * A function.
   *
   * @param label the call with its parameters
   * @param parameters each a part of the label
   * @param active the parameter at the cursor, from 0
   * @param documentation for people, or empty
   */
  public record Signature(
      String label, List<String> parameters, int active, String documentation) {}

  private static final Pattern PARAMETER = Pattern.compile("\\$\\(([1-9][0-9]?)\\)");

  private static final Map<String, List<String>> NAMES =
      Map.of(
          "shell", List.of("command"),
          "info", List.of("text"),
          "warning-if", List.of("condition", "text"),
          "error-if", List.of("condition", "text"));

  private static final Map<String, String> EFFECTS =
      Map.of(
          "shell", "What the command prints, its line ends as blanks.",
          "info", "Prints the text.",
          "warning-if", "Prints the text as a warning if the condition is y.",
          "error-if", "Ends with the text as an error if the condition is y.");

  private Signatures() {}

  /** Empty where the cursor stands in no call of a known function. */
  public static Optional<Signature> at(Semantics semantics, FileCell cell, int offset) {
    String text = cell.source().text();
    int start = cell.source().lines().start(cell.source().lines().lineOf(offset));
    String before = text.substring(start, offset);
    return call(before).flatMap(call -> signature(semantics, cell, call));
  }

  private record Call(String name, int argument) {}

  /** The innermost call that is still open at the end of a text. */
  private static Optional<Call> call(String before) {
    int depth = 0;
    int commas = 0;
    for (int i = before.length() - 1; i > 0; i--) {
      char c = before.charAt(i);
      if (c == ')') {
        depth++;
      } else if (c == '(' && depth > 0) {
        depth--;
      } else if (c == ',' && depth == 0) {
        commas++;
      } else if (c == '(' && before.charAt(i - 1) == '$') {
        String inside = before.substring(i + 1);
        int comma = inside.indexOf(',');
        return comma < 0
            ? Optional.empty()
            : Optional.of(new Call(inside.substring(0, comma), commas - 1));
      } else if (c == '(') {
        commas = 0;
      }
    }
    return Optional.empty();
  }

  private static Optional<Signature> signature(Semantics semantics, FileCell cell, Call call) {
    List<Macros.Assigned> own = Macros.of(semantics, call.name());
    if (!own.isEmpty()) {
      String value = own.getFirst().assignment().value();
      String documentation = call.name() + " = " + value;
      return Optional.of(signature(call, numbered(most(value)), documentation));
    }
    Optional<Arity> arity =
        semantics
            .projectOf(cell.path())
            .map(ProjectModel::spec)
            .map(spec -> MacroLibrary.of(spec.dialect()).functions().get(call.name()));
    return arity.map(
        known ->
            signature(
                call,
                NAMES.getOrDefault(call.name(), numbered(Math.min(known.most(), 9))),
                EFFECTS.getOrDefault(call.name(), "")));
  }

  private static int most(String value) {
    int most = 0;
    Matcher matcher = PARAMETER.matcher(value);
    while (matcher.find()) {
      most = Math.max(most, Integer.parseInt(matcher.group(1)));
    }
    return most;
  }

  private static List<String> numbered(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add("arg" + i);
    }
    return names;
  }

  private static Signature signature(Call call, List<String> parameters, String documentation) {
    String label = "$(" + call.name() + "," + String.join(",", parameters) + ")";
    int active = Math.max(0, Math.min(call.argument(), parameters.size() - 1));
    return new Signature(label, parameters, active, documentation);
  }
}
