package kconfigls.cli.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import kconfigls.rules.Finding;
import kconfigls.text.SourceText;

/** Names findings so that edits elsewhere in a file do not change the name. */
final class Fingerprints {
  private static final int LENGTH = 16;

  /** How much of a line counts on either side of a finding. */
  private static final int AROUND = 500;

  private final CheckResult result;
  private final Map<String, Integer> seen = new HashMap<>();

  Fingerprints(CheckResult result) {
    this.result = result;
  }

  /** Of rule, file, message and the line's text, numbered where that is not unique. */
  String of(Finding finding) {
    String line =
        result
            .sources()
            .source(finding.place().file())
            .map(source -> line(source, finding))
            .orElse("");
    String key =
        String.join(
            "\0",
            finding.rule().id(),
            finding.place().file().relativeTo(result.root()),
            finding.message(),
            line);
    String hash = hash(key);
    int count = seen.merge(hash, 1, Integer::sum);
    return count == 1 ? hash : hash(key + "\0" + count);
  }

  private static String line(SourceText source, Finding finding) {
    int at = finding.place().range().start();
    int line = source.lines().lineOf(at);
    int start = Math.max(source.lines().start(line), at - AROUND);
    int end = Math.max(start, Math.min(source.lines().end(line), at + AROUND));
    return source.text().substring(start, end).strip();
  }

  private static String hash(String key) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
