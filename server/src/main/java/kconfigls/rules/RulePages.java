package kconfigls.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** The pages of the rules, as they stand in the program's resources. */
public final class RulePages {
  private static final String SITE = site();

  private RulePages() {}

  /** Where the pages are published, with a slash at the end; empty if the build names no place. */
  public static Optional<String> published() {
    return SITE.isEmpty() ? Optional.empty() : Optional.of(SITE);
  }

  /** Where a rule's page is published. */
  public static Optional<String> published(RuleInfo rule) {
    return published().map(site -> site + rule.id() + ".md");
  }

  private static String site() {
    Properties properties = new Properties();
    try (InputStream in = RulePages.class.getResourceAsStream("/kconfigls/version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String site = properties.getProperty("pages", "");
    return site.startsWith("http") ? site : "";
  }

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
