package kconfigls.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.DocumentKind;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.harness.CheckedTree;
import kconfigls.harness.Fixture;
import kconfigls.harness.Shown;
import kconfigls.ide.refactoring.Refactorings;
import kconfigls.io.SourceReader;
import kconfigls.model.ProjectModel;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import kconfigls.text.escape.Markup;
import kconfigls.usage.SourceIndex;
import kconfigls.usage.SourceLanguage;
import kconfigls.values.ConfigFile;
import kconfigls.values.ConfigStack;
import kconfigls.values.DotConfig;
import kconfigls.values.Evaluation;
import kconfigls.values.Evaluator;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the editor's features answer: a fixture with a cursor, and below each line {@code #=
 * FEATURE} the answer at it, drawn on the source.
 */
final class FeaturesTest {
  private static final Path FOLDER = Path.of("src/test/resources/ide");

  /** The uses in sources that no editor holds. */
  private static final String CLOSED = "sources";

  private static final String MARK = "#= ";

  @TempDir private Path temp;

  @TestFactory
  Stream<DynamicTest> features() throws IOException {
    try (Stream<Path> paths = Files.list(FOLDER)) {
      List<Path> all = paths.sorted().toList();
      assertThat(all).hasSizeGreaterThan(8);
      return all.stream()
          .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
    }
  }

  private void check(Path path) throws IOException {
    String golden = Files.readString(path);
    int end = golden.indexOf(MARK);
    Fixture fixture = Fixture.parse(golden.substring(0, end));
    Path folder = Files.createTempDirectory(temp, "ide").toRealPath();
    CheckedTree.write(folder, fixture.files(), StandardCharsets.UTF_8);
    CheckedTree tree = CheckedTree.check(folder, fixture.dialect(), fixture.environment());
    VfsPath root = VfsPath.of(folder.toString());
    if (!golden.contains(MARK + CLOSED)) {
      fixture.files().forEach((name, text) -> open(tree, root.resolve(name), text));
    }
    Semantics semantics = new Semantics(tree.workspace().snapshot());
    Fixture.Spot cursor = fixture.cursor().orElseGet(() -> selection(fixture));
    FileCell cell = semantics.snapshot().present(root.resolve(cursor.file())).orElseThrow();
    Asked asked =
        new Asked(
            semantics,
            cell,
            cursor.range(),
            new Shown(semantics.snapshot(), root),
            SourceReader.read(root, SymbolSpelling.of(CheckedTree.dialect(fixture.dialect()))));
    StringBuilder answers = new StringBuilder(golden.substring(0, end));
    golden
        .substring(end)
        .lines()
        .filter(line -> line.startsWith(MARK))
        .forEach(
            line ->
                answers
                    .append(line)
                    .append('\n')
                    .append(answer(asked, line.substring(MARK.length()).split(" +", 2))));
    if (Boolean.getBoolean("kconfigls.golden.write")) {
      Files.writeString(path, answers);
    }
    assertThat(answers.toString()).isEqualTo(golden);
  }

  /** From the first range to the last. */
  private static Fixture.Spot selection(Fixture fixture) {
    Fixture.Spot first = fixture.ranges().getFirst();
    TextRange range = first.range().union(fixture.ranges().getLast().range());
    return new Fixture.Spot(first.file(), first.name(), range);
  }

  /** What no project includes is a document that the editor holds. */
  private static void open(CheckedTree tree, VfsPath path, String text) {
    if (tree.workspace().snapshot().cell(path).isEmpty()) {
      DocumentKind kind =
          switch (SourceLanguage.of(path)) {
            case CONFIG ->
                path.name().contains("rename") ? DocumentKind.RENAMES : DocumentKind.CONFIG;
            default -> DocumentKind.SOURCE;
          };
      FileState.Present state =
          new FileState.Present(SourceText.of(text), FileState.Origin.EDITOR, 1);
      tree.workspace().apply(new Change.Document(path, kind, state));
    }
  }

  private record Asked(
      Semantics semantics, FileCell cell, TextRange selection, Shown shown, SourceIndex sources) {
    /** What a configuration file results in. */
    Optional<Evaluation> values() {
      ProjectModel model = semantics.projectOf(cell.path()).orElseThrow();
      ConfigFile file = new ConfigFile(cell.path().text(), cell.configTree());
      DotConfig config =
          new DotConfig(new ConfigStack(List.of(file), List.of()), model.spec().dialect());
      return cell.kind() == DocumentKind.CONFIG
          ? Optional.of(Evaluator.explain(model, config, Map.of()))
          : Optional.empty();
    }
  }

  private static String answer(Asked asked, String[] feature) {
    Semantics semantics = asked.semantics();
    FileCell cell = asked.cell();
    int offset = asked.selection().start();
    Shown shown = asked.shown();
    String argument = feature.length > 1 ? feature[1] : "";
    TextRange whole = new TextRange(0, cell.source().length());
    return switch (feature[0]) {
      case "hover", "markdown" ->
          Hovers.at(
                  semantics,
                  cell,
                  offset,
                  feature[0].equals("hover") ? Markup.Style.PLAIN : Markup.Style.MARKDOWN,
                  asked.values(),
                  asked.sources())
              .map(hover -> shown.quoted(cell, hover.range()) + "\n" + hover.text() + "\n")
              .orElse("none\n");
      case "definition" -> shown.places(Definitions.at(semantics, cell, offset));
      case "completion" -> {
        Completion completion = Completions.at(semantics, cell, offset);
        yield shown.quoted(cell, completion.replace())
            + (completion.incomplete() ? " and more\n" : "\n")
            + shown.each(
                completion.items(),
                item -> item.label() + " | " + item.detail() + " | " + item.snippet());
      }
      case "outline" ->
          shown.each(
              DocumentSymbols.of(semantics, cell),
              e -> shown.range(cell, e.selection()) + "  " + e.kind() + " " + e.detail());
      case "references" -> shown.places(References.at(semantics, cell, offset, true));
      case CLOSED ->
          shown.each(
              SourceUses.references(semantics, asked.sources(), argument, CancelToken.NONE),
              shown::found);
      case "implementations" ->
          shown.each(
              SourceUses.implementations(semantics, asked.sources(), argument, CancelToken.NONE),
              shown::found);
      case "variables" ->
          shown.each(
              BuildVariables.at(semantics, cell, offset)
                  .map(name -> BuildVariables.of(asked.sources(), name, CancelToken.NONE))
                  .orElse(List.of()),
              shown::found);
      case "uses" -> shown.places(References.at(semantics, cell, offset, false));
      case "highlights" ->
          shown.each(
              Highlights.at(semantics, cell, offset),
              h -> shown.range(cell, h.range()) + (h.written() ? "  written" : ""));
      case "foldings" ->
          shown.each(
              Foldings.of(cell.tree()),
              f -> (f.startLine() + 1) + "-" + (f.endLine() + 1) + (f.comment() ? " comment" : ""));
      case "selection" ->
          shown.each(SelectionRanges.at(cell.tree(), offset), range -> shown.quoted(cell, range));
      case "tokens" ->
          shown.each(
              SemanticHighlights.of(semantics, cell, whole),
              t -> shown.quoted(cell, t.range()) + " " + t.kind() + " " + t.marks());
      case "hints" ->
          shown.each(
              InlayHints.of(semantics, cell, whole, Optional.empty()),
              h -> shown.range(cell, TextRange.at(h.offset())) + "  “" + h.label() + "”");
      case "lenses" ->
          shown.each(
              CodeLenses.of(
                  semantics, cell, new CodeLenses.Wanted(true, true, asked.sources().fileCounts())),
              lens -> shown.range(cell, lens.name()) + "  " + lens.title());
      case "signature" ->
          Signatures.at(semantics, cell, offset)
              .map(s -> s.label() + "  " + s.active() + "  " + s.documentation() + "\n")
              .orElse("none\n");
      case "symbols" ->
          shown.each(
              WorkspaceSymbols.find(semantics, argument),
              m ->
                  m.name()
                      + " "
                      + m.kind().name().toLowerCase(Locale.ROOT)
                      + " “"
                      + m.prompt()
                      + "” "
                      + shown.place(m.place()));
      case "users" ->
          shown.each(
              DependencyHierarchy.users(semantics, argument, cell),
              step -> step.node().symbol() + ": " + step.node().detail());
      case "needs" ->
          shown.each(
              DependencyHierarchy.uses(semantics, argument, cell),
              step -> step.node().symbol() + ": " + step.node().detail());
      case "rename" ->
          switch (Renames.rename(
              semantics, cell, offset, argument, asked.sources(), CancelToken.NONE)) {
            case Renames.Outcome.Edits edits -> shown.renamed(edits.files());
            case Renames.Outcome.Refused(String reason) -> "refused: " + reason + "\n";
          };
      case "value-hints" ->
          shown.each(
              InlayHints.of(semantics, cell, whole, ViewsShown.of(semantics, shown).values()),
              h ->
                  shown.range(cell, TextRange.at(h.offset()))
                      + "  “"
                      + h.label()
                      + "” "
                      + h.tooltip());
      case "value" -> ViewsShown.of(semantics, shown).hover(cell, offset);
      case "menu" -> ViewsShown.of(semantics, shown).menu();
      case "menu-at" -> ViewsShown.of(semantics, shown).menuAt(cell, offset);
      case "search" -> ViewsShown.of(semantics, shown).search(argument);
      case "links" -> ViewsShown.of(semantics, shown).links(argument);
      case "dot", "mermaid", "svg" -> ViewsShown.of(semantics, shown).graph(feature[0], argument);
      case "set" -> ViewsShown.of(semantics, shown).set(argument);
      case "refactorings" ->
          shown.each(
              Refactorings.of(semantics, cell, asked.selection()),
              refactoring -> shown.refactoring(cell, refactoring));
      default -> throw new IllegalArgumentException("no feature " + feature[0]);
    };
  }
}
