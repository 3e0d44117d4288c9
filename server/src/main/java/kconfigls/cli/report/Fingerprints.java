package kconfigls.cli.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kconfigls.analysis.Place;
import kconfigls.rules.Finding;
import kconfigls.text.SourceText;
import kconfigls.vfs.VfsPath;

/**
 * Names findings so that edits elsewhere do not change the name: by rule, file, symbol, the text of
 * the line and that of the line which begins the entry. The message does not count: it may name
 * lines and architectures, and other releases of this program may word it otherwise.
 */
public final class Fingerprints {
  private static final int LENGTH = 16;

  /** How much of a line counts on either side of a finding. */
  private static final int AROUND = 500;

  private static final Pattern HEADER =
      Pattern.compile(
          "^[ \\t]*(?:config|menuconfig|configdefault|choice|menu|comment)\\b[^\\r\\n]*",
          Pattern.MULTILINE);

  private final VfsPath root;
  private final CheckResult.Sources sources;
  private final MessageDigest digest = digest();
  private final Map<VfsPath, int[]> headers = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();

  private Fingerprints(VfsPath root, CheckResult.Sources sources) {
    this.root = root;
    this.sources = sources;
  }

  /** The findings with their names; the order decides between those that are alike. */
  public static List<CheckResult.Reported> named(
      List<Finding> findings, VfsPath root, CheckResult.Sources sources) {
    Fingerprints fingerprints = new Fingerprints(root, sources);
    return findings.stream()
        .map(finding -> new CheckResult.Reported(finding, fingerprints.of(finding)))
        .toList();
  }

  private String of(Finding finding) {
    Place place = finding.place();
    SourceText source = sources.source(place.file()).orElse(SourceText.of(""));
    int at = Math.min(place.range().start(), source.length());
    String symbol = finding.symbol();
    String key =
        String.join(
            "\0",
            finding.rule().id(),
            place.file().relativeTo(root),
            symbol == null ? "" : symbol,
            header(place.file(), source, at),
            line(source, at));
    int count = seen.merge(key, 1, Integer::sum);
    return hash(count == 1 ? key : key + "\0" + count);
  }

  /** The line that begins the entry which an offset is in; empty before the first one. */
  private String header(VfsPath file, SourceText source, int at) {
    int[] starts = headers.computeIfAbsent(file, path -> starts(source.text()));
    int found = Arrays.binarySearch(starts, at);
    int index = found >= 0 ? found : -found - 2;
    return index < 0 ? "" : line(source, starts[index]);
  }

  private static int[] starts(String text) {
    List<Integer> starts = new ArrayList<>();
    HEADER.matcher(text).results().forEach(match -> starts.add(match.start()));
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String line(SourceText source, int at) {
    int line = source.lines().lineOf(at);
    int start = Math.max(source.lines().start(line), at - AROUND);
    int end = Math.max(start, Math.min(source.lines().end(line), at + AROUND));
    return squeezed(source.text(), start, end).strip();
  }

  /** A part of a text with one blank for each stretch of them. */
  private static String squeezed(String text, int start, int end) {
    StringBuilder out = new StringBuilder(end - start);
    boolean wasBlank = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean isBlank = c == ' ' || (c >= '\t' && c <= '\r');
      if (!isBlank || !wasBlank) {
        out.append(isBlank ? ' ' : c);
      }
      wasBlank = isBlank;
    }
    return out.toString();
  }

  private String hash(String key) {
    byte[] bytes = digest.digest(key.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(bytes).substring(0, LENGTH);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
