package kconfigls.trees;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import kconfigls.vfs.Glob;

/**
 * Answers, for {@code tests/trees/fuzz_globs.py}, lines of a syntax, a pattern and a path with tabs
 * between them: 1 where the pattern matches the path, 0 where it does not.
 */
final class GlobMatches {
  private GlobMatches() {}

  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] question = line.split("\t", -1);
      Glob.Syntax syntax = Glob.Syntax.valueOf(question[0]);
      UnaryOperator<String> text = syntax == Glob.Syntax.GITIGNORE ? GlobMatches::bytes : t -> t;
      Glob glob = Glob.of(text.apply(question[1]), syntax);
      out.println(glob.matches(text.apply(question[2])) ? 1 : 0);
    }
    out.flush();
  }

  /** A text as bytes, each a character. */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
