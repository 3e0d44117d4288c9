package kconfigls.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Runs many commands in one process, for the scripts in {@code tests/trees}. Each line of the input
 * is one command, its arguments separated by tabs. The answer to each is a line {@code STATUS OUT
 * ERR} with the exit status and the numbers of bytes that follow: first the output, then the
 * errors.
 */
final class ManyRuns {
  private ManyRuns() {}

  public static void main(String[] args) throws IOException {
    PrintStream answers = System.out;
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      System.setOut(new PrintStream(out, false, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, false, StandardCharsets.UTF_8));
      int status = Main.run(line.split("\t", -1));
      System.out.flush();
      System.err.flush();
      answers.print(status + " " + out.size() + " " + err.size() + "\n");
      answers.write(out.toByteArray());
      answers.write(err.toByteArray());
      answers.flush();
    }
  }
}
