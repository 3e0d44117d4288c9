package kconfigls.vfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern as a list of instructions, which are all followed at once, character by character: each
 * instruction is visited at most once for each character of a text.
 */
final class Automaton {
  /** What one instruction does. */
  private sealed interface Step {
    /** Takes a character and goes on to the next instruction. */
    record Take(CharacterSet set) implements Step {}

    /** Goes on at both places. */
    record Fork(int first, int second) implements Step {}

    /** Goes on unless the next character is a dot. */
    record NoDot() implements Step {}

    /** The pattern has matched if the text ends here. */
    record Accept() implements Step {}

    /** Leads nowhere. */
    record Fail() implements Step {}
  }

  /**
   * One match.
   *
   * @param steps how many instructions were visited
   */
  record Run(boolean isAccepted, long steps) {}

  private static final int END = -1;

  private final List<Step> program;

  private Automaton(List<Step> program) {
    this.program = program;
  }

  static Automaton of(List<GlobPart> parts) {
    List<Step> program = new ArrayList<>();
    sequence(parts, program);
    program.add(new Step.Accept());
    return new Automaton(program);
  }

  private static void sequence(List<GlobPart> parts, List<Step> program) {
    for (GlobPart part : parts) {
      switch (part) {
        case GlobPart.One(CharacterSet set) -> program.add(new Step.Take(set));
        case GlobPart.Many(CharacterSet set) -> {
          int start = program.size();
          program.add(new Step.Fork(start + 1, start + 3));
          program.add(new Step.Take(set));
          program.add(new Step.Fork(start, start));
        }
        case GlobPart.NoDot noDot -> program.add(new Step.NoDot());
        case GlobPart.Choice(List<List<GlobPart>> alternatives) -> choice(alternatives, program);
      }
    }
  }

  private static void choice(List<List<GlobPart>> alternatives, List<Step> program) {
    List<Integer> exits = new ArrayList<>();
    for (List<GlobPart> alternative : alternatives) {
      int fork = program.size();
      program.add(new Step.Fail());
      sequence(alternative, program);
      exits.add(program.size());
      program.add(new Step.Fail());
      program.set(fork, new Step.Fork(fork + 1, program.size()));
    }
    program.add(new Step.Fail()); // none of them
    int end = program.size();
    exits.forEach(exit -> program.set(exit, new Step.Fork(end, end)));
  }

  Run run(String text) {
    States now = new States();
    States next = new States();
    long steps = 0;
    int at = 0;
    int c = text.isEmpty() ? END : text.codePointAt(0);
    now.enter(0, c);
    while (c != END) {
      int after = at + Character.charCount(c);
      int following = after < text.length() ? text.codePointAt(after) : END;
      for (int i = 0; i < now.count; i++) {
        int state = now.states[i];
        if (program.get(state) instanceof Step.Take take && take.set().contains(c)) {
          next.enter(state + 1, following);
        }
      }
      steps += now.visited;
      States old = now;
      now = next;
      next = old;
      next.clear();
      at = after;
      c = following;
    }
    return new Run(now.contains(program.size() - 1), steps + now.visited);
  }

  /** The instructions at which a match may be, each once. */
  private final class States {
    private final boolean[] seen = new boolean[program.size()];
    private final int[] states = new int[program.size()];
    private final int[] open = new int[program.size() + 1];
    private int count;
    private int visited;

    void clear() {
      Arrays.fill(seen, false);
      count = 0;
      visited = 0;
    }

    boolean contains(int state) {
      return seen[state];
    }

    /** Adds an instruction and all that it leads to before the next character is taken. */
    void enter(int first, int next) {
      int depth = push(first, 0);
      while (depth > 0) {
        int state = open[--depth];
        switch (program.get(state)) {
          case Step.Take take -> states[count++] = state;
          case Step.Fork(int one, int other) -> depth = push(other, push(one, depth));
          case Step.NoDot noDot -> depth = next == '.' ? depth : push(state + 1, depth);
          case Step.Accept accept -> {}
          case Step.Fail fail -> {}
        }
      }
    }

    private int push(int state, int depth) {
      if (seen[state]) {
        return depth;
      }
      seen[state] = true;
      visited++;
      open[depth] = state;
      return depth + 1;
    }
  }
}
