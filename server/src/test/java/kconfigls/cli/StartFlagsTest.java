package kconfigls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The launcher and the VS Code client start the server with the same options of Java. */
final class StartFlagsTest {
  private static final Path ROOT = Path.of(System.getProperty("kconfigls.root", ".."));
  private static final Pattern OPTION = Pattern.compile("-X[\\w:+=-]+");

  private static Set<String> options(String text) {
    return OPTION
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String between(Path file, String start, String end) throws IOException {
    String text = Files.readString(ROOT.resolve(file));
    int from = text.indexOf(start);
    return text.substring(from, text.indexOf(end, from));
  }

  @Test
  void theLauncherAndTheClientAgree() throws IOException {
    String launcher = between(Path.of("server/bin/kconfig-ls"), "\nflags=", "\n  *)");
    String client = between(Path.of("vscode-client/src/java.ts"), "const FLAGS", "];");
    Set<String> launched = options(launcher);
    launched.remove("-Xshare:auto"); // the default, which a check of the archive turns into on
    assertThat(options(client)).isEqualTo(launched).contains("-Xmx2g", "-XX:+ErrorFileToStderr");
  }
}
