package kconfigls.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages of the rules, as they stand in the program's resources. */
public final class RulePages {
  private RulePages() {}

  /** The Markdown text of a rule's page; a test asserts that each rule has one. */
  public static String page(RuleInfo rule) {
    try (InputStream in = RulePages.class.getResourceAsStream(rule.page())) {
      if (in == null) {
        throw new IllegalStateException("no page for rule " + rule.id());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
