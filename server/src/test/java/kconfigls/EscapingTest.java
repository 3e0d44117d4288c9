package kconfigls;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Invariant 11 of server/docs/architecture.md: text is escaped in one place, and nothing else
 * prints.
 */
final class EscapingTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("kconfigls.cli", "kconfigls.lsp", "kconfigls.io", "kconfigls.rules");

  /** What breaks every rule below. */
  @SuppressWarnings("SystemOut")
  private static final class Leak {
    private final MessageParams message = new MessageParams();
    private final ResponseError error = new ResponseError();

    private void leak(PrintWriter out) {
      out.print(message);
      out.printf("%s", error);
      System.err.println(message);
    }
  }

  private static final ArchRule STREAMS =
      noClasses()
          .that()
          .haveNameNotMatching("kconfigls\\.cli\\.(Output|ServeCommand)")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  /** Lines for people are printed by {@code println} alone, whose writer escapes them. */
  private static final ArchRule PARTS_OF_LINES =
      noClasses()
          .that()
          .haveNameNotMatching(
              "kconfigls\\.cli\\.report\\.(JsonWriter|CheckstyleReport|TextReport)"
                  + "|kconfigls\\.cli\\.(Output|EvalCommand|GraphCommand|ExplainCommand)"
                  + "|kconfigls\\.io\\..*")
          .should()
          .callMethodWhere(
              target(owner(JavaClass.Predicates.assignableTo(PrintWriter.class)))
                  .and(target(nameMatching("print|printf|format|append|write"))));

  private static final ArchRule MESSAGES =
      noClasses()
          .that()
          .haveNameNotMatching("kconfigls\\.lsp\\.Session")
          .should()
          .callConstructorWhere(target(owner(JavaClass.Predicates.type(MessageParams.class))));

  private static final ArchRule ERRORS =
      noClasses()
          .that()
          .haveNameNotMatching(
              "kconfigls\\.lsp\\.(Views|RequestRunner|ClientMessages|GuardedEndpoint|StreamServer)")
          .should()
          .callConstructorWhere(target(owner(JavaClass.Predicates.type(ResponseError.class))));

  private static final List<ArchRule> RULES = List.of(STREAMS, PARTS_OF_LINES, MESSAGES, ERRORS);

  @Test
  @DisplayName("11. Only one writer reaches the terminal, and one place each the editor's messages")
  void nothingElsePrints() {
    RULES.forEach(rule -> rule.check(CLASSES));
  }

  @Test
  void theRulesBite() {
    JavaClasses leak = new ClassFileImporter().importClasses(Leak.class);
    for (ArchRule rule : RULES) {
      assertThatThrownBy(() -> rule.check(leak)).isInstanceOf(AssertionError.class);
    }
  }

  /** Escapes of XML, of GitHub's commands, of JSON, and of Markdown. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "&(?:amp|lt|gt|quot|#);?|%0[AD]|\\\\\\\\[ux]%0|`{3}|~{3}|replace(?:All)?\\(\"`\"|\\\\0?33\\[");

  private static List<String> escapes(String source) {
    return source
        .lines()
        .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/"))
        .filter(line -> ESCAPE.matcher(line).find())
        .toList();
  }

  @Test
  @DisplayName("11. Nothing escapes but the package text.escape")
  void nothingElseEscapes() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (!file.getParent().endsWith("text/escape")) {
          escapes(Files.readString(file)).forEach(line -> found.add(file + ": " + line));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void theSearchBites() {
    String source =
        """
        out.append("&amp;");
        text.replace("\\n", "%0A");
        String.format("\\\\u%04x", c);
        String fence = "```";
        text.replace("`", "'");
        out.print("\\033[2J");
        """;
    assertThat(escapes(source)).hasSize(6);
  }
}
