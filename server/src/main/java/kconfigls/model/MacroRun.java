package kconfigls.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One expansion of a text, with a stack of its own, so that the depth that is allowed depends on
 * the dialect and not on the thread.
 */
final class MacroRun {
  /** Something that must be known before what is below it on the stack can go on. */
  private sealed interface Frame permits TextFrame, CallFrame {}

  /** A text, or a part of one, that is expanded from left to right. */
  private static final class TextFrame implements Frame {
    final MacroText text;
    final int to;
    final List<Expansion> arguments;
    final MacroScope.@Nullable Variable variable;
    final StringBuilder out = new StringBuilder();
    boolean known = true;
    int at;

    TextFrame(
        MacroText text,
        MacroText.Part part,
        List<Expansion> arguments,
        MacroScope.@Nullable Variable variable) {
      this.text = text;
      this.at = part.from();
      this.to = part.to();
      this.arguments = arguments;
      this.variable = variable;
    }
  }

  /** A reference whose name and arguments are expanded one after the other. */
  private static final class CallFrame implements Frame {
    final TextFrame in;
    final List<MacroText.Part> parts;
    final List<Expansion> values = new ArrayList<>();

    CallFrame(TextFrame in, List<MacroText.Part> parts) {
      this.in = in;
      this.parts = parts;
    }
  }

  /** How deep references may nest, so that what waits for them takes little memory. */
  private static final int MAX_FRAMES = 1 << 18;

  private final MacroScope scope;
  private final MacroSite site;
  private final Deque<Frame> stack = new ArrayDeque<>();
  private boolean stopped;
  private int cost;

  MacroRun(MacroScope scope, MacroSite site) {
    this.scope = scope;
    this.site = site;
  }

  /** The text with its macros expanded; unknown if the dialect's program would stop here. */
  Expansion expand(MacroText text, boolean escapes) {
    MacroText.Part whole = new MacroText.Part(0, text.text().length());
    TextFrame outer = new TextFrame(text, whole, List.of(), null);
    stack.push(outer);
    Expansion result = null;
    while (!stack.isEmpty()) {
      switch (stack.peek()) {
        case TextFrame frame -> {
          if (result != null) {
            take(frame, result);
          }
          result = stopped ? null : go(frame, escapes && frame == outer, frame == outer);
        }
        case CallFrame frame -> {
          if (result != null) {
            frame.values.add(result);
          }
          result = go(frame);
        }
      }
      if (stopped) {
        stack.forEach(this::release);
        return Expansion.UNKNOWN;
      }
    }
    return result == null ? Expansion.UNKNOWN : result;
  }

  private void release(Frame frame) {
    if (frame instanceof TextFrame text && text.variable != null) {
      text.variable.leave();
    }
  }

  /** Reports what makes the dialect's program stop. */
  private void stop(MacroIssue.Kind kind, String subject, String detail) {
    scope.report(site, kind, subject, detail);
    stopped = true;
  }

  private void charge(int characters) {
    cost += characters;
    if (cost > MacroScope.MAX_COST || stack.size() > MAX_FRAMES) {
      stop(MacroIssue.Kind.TOO_COSTLY, "", "");
    }
    stopped |= !scope.mayCost(characters, site);
  }

  /** Adds a value to a text, if that does not make it too long. */
  private void take(TextFrame frame, Expansion value) {
    charge(value.text().length());
    if (!stopped) {
      frame.known &= value.known();
      frame.out.append(value.text());
    }
  }

  /** Goes on to the next reference, which is pushed, or to the end, which gives the value. */
  private @Nullable Expansion go(TextFrame frame, boolean escapes, boolean outer) {
    int before = frame.out.length();
    while (frame.at < frame.to && !stopped) {
      int at = frame.at;
      char c = frame.text.text().charAt(at);
      if (escapes && c == '\\' && at + 1 < frame.to) {
        frame.out.append(frame.text.text().charAt(at + 1));
        frame.at += 2;
      } else if (c == '$' && scope.hasMacros() && frame.text.isReference(at)) {
        charge(1 + frame.out.length() - before);
        return reference(frame, at);
      } else if (c == '$' && outer && scope.plain().end(frame.text.text(), at) > 0) {
        int end = scope.plain().end(frame.text.text(), at);
        take(frame, scope.plain().value(frame.text.text().substring(at, end)));
        frame.at = end;
      } else {
        frame.out.append(c);
        frame.at++;
      }
    }
    charge(1 + frame.out.length() - before);
    stack.pop();
    release(frame);
    return new Expansion(frame.out.toString(), frame.known);
  }

  private @Nullable Expansion reference(TextFrame frame, int dollar) {
    int end = frame.text.end(dollar + 1);
    if (end < 0 || end >= frame.to) {
      if (frame.variable != null || site.isAssigned()) {
        stop(MacroIssue.Kind.UNTERMINATED, frame.text.text().substring(dollar), "");
      }
      stopped = true; // in the text of a file the syntax tells of it
      return null;
    }
    frame.at = end + 1;
    String clause = frame.text.text().substring(dollar + 2, Math.min(end, dollar + 40));
    Expansion argument =
        scope.library().isPython() ? null : scope.argument(clause, frame.arguments);
    if (argument != null) {
      return argument(frame, argument);
    }
    List<MacroText.Part> parts = frame.text.parts(dollar + 1);
    if (parts.size() - 1 > scope.library().maxArguments()) {
      String most = "at most " + scope.library().maxArguments();
      stop(MacroIssue.Kind.ARGUMENT_COUNT, "", counts(parts.size() - 1, most));
      return null;
    }
    stack.push(new CallFrame(frame, parts));
    return null;
  }

  private @Nullable Expansion argument(TextFrame frame, Expansion argument) {
    take(frame, argument);
    return null;
  }

  /** Expands the next part, or does the call when all are expanded. */
  private @Nullable Expansion go(CallFrame frame) {
    int next = frame.values.size();
    if (next < frame.parts.size()) {
      stack.push(new TextFrame(frame.in.text, frame.parts.get(next), frame.in.arguments, null));
      return null;
    }
    stack.pop();
    Expansion name = frame.values.getFirst();
    if (!name.known()) {
      return Expansion.UNKNOWN;
    }
    if (scope.library().isPython()) {
      Expansion argument = scope.argument(name.text(), frame.in.arguments);
      if (argument != null) {
        return argument;
      }
    }
    List<Expansion> arguments = frame.values.subList(1, frame.values.size());
    MacroScope.Variable variable = scope.variable(name.text());
    if (variable != null) {
      return variable(name.text(), variable, scope.library().isPython() ? frame.values : arguments);
    }
    return function(name.text(), arguments);
  }

  private @Nullable Expansion variable(
      String name, MacroScope.Variable variable, List<Expansion> values) {
    boolean called = values.size() > (scope.library().isPython() ? 1 : 0);
    if (variable.depth() > 0 && !called) {
      stop(MacroIssue.Kind.RECURSIVE_VARIABLE, name, "");
      return null;
    }
    if (variable.depth() > scope.library().maxDepth()) {
      stop(MacroIssue.Kind.TOO_DEEP, name, "");
      return null;
    }
    if (!variable.isKnown()) {
      return Expansion.UNKNOWN;
    }
    MacroText text = variable.text();
    if (variable.isSimple() && !scope.library().isPython()) {
      return new Expansion(text.text(), true);
    }
    variable.enter();
    stack.push(new TextFrame(text, new MacroText.Part(0, text.text().length()), values, variable));
    return null;
  }

  private @Nullable Expansion function(String name, List<Expansion> arguments) {
    var arity = scope.library().functions().get(name);
    if (arity == null) {
      return scope.other(name, arguments, site);
    }
    int count = arguments.size();
    if (count < arity.least() || count > arity.most()) {
      boolean fixed = arity.least() == arity.most();
      String takes = fixed ? "" + arity.least() : arity.least() + " to " + arity.most();
      stop(MacroIssue.Kind.ARGUMENT_COUNT, name, counts(count, takes));
      return null;
    }
    return scope.call(name, arguments, site);
  }

  private static String counts(int count, String takes) {
    return count + " instead of " + takes;
  }
}
