package kconfigls.lsp.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kconfigls.analysis.Place;
import kconfigls.analysis.Snapshot;
import kconfigls.ide.Completion;
import kconfigls.ide.DocumentSymbols;
import kconfigls.ide.Hovers;
import kconfigls.ide.support.SourceTargets;
import kconfigls.rules.Finding;
import kconfigls.rules.Severity;
import kconfigls.text.LineIndex;
import kconfigls.text.LinePosition;
import kconfigls.text.PositionEncoding;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import kconfigls.text.escape.Markup;
import kconfigls.text.escape.Printable;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;

/** Our values as those of the protocol. */
public final class ToLsp {
  /** The name that clients show beside a diagnostic. */
  private static final String SOURCE = "kconfig-ls";

  private final Snapshot snapshot;
  private final PositionEncoding encoding;
  private final Function<VfsPath, String> uris;

  /**
   * @param uris the URI of a file as the client writes it
   */
  public ToLsp(Snapshot snapshot, PositionEncoding encoding, Function<VfsPath, String> uris) {
    this.snapshot = snapshot;
    this.encoding = encoding;
    this.uris = uris;
  }

  /** The URI of a file as the client writes it. */
  public String uri(VfsPath file) {
    return uris.apply(file);
  }

  public PositionEncoding encoding() {
    return encoding;
  }

  public Position position(SourceText source, int offset) {
    LineIndex lines = source.editorLines();
    LinePosition position = lines.position(lines.outsideOfCrLf(offset), encoding);
    return new Position(position.line(), position.column());
  }

  public Range range(SourceText source, TextRange range) {
    return new Range(position(source, range.start()), position(source, range.end()));
  }

  /** Empty for a file that is not there any more. */
  public Optional<Location> location(Place place) {
    return snapshot
        .present(place.file())
        .map(cell -> new Location(uri(place.file()), range(cell.source(), place.range())));
  }

  public List<Location> locations(List<Place> places) {
    return places.stream().map(this::location).flatMap(Optional::stream).toList();
  }

  /** A finding as a diagnostic; {@code range} is where it stands in the newest text. */
  public Diagnostic diagnostic(SourceText source, TextRange range, Finding finding) {
    Diagnostic diagnostic = new Diagnostic(range(source, range), finding.message());
    diagnostic.setSeverity(severity(finding.severity()));
    diagnostic.setCode(finding.rule().id());
    diagnostic.setSource(SOURCE);
    List<DiagnosticRelatedInformation> related = new ArrayList<>();
    for (Finding.Related other : finding.related()) {
      location(other.place())
          .ifPresent(at -> related.add(new DiagnosticRelatedInformation(at, other.message())));
    }
    if (!related.isEmpty()) {
      diagnostic.setRelatedInformation(related);
    }
    return diagnostic;
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFO -> DiagnosticSeverity.Information;
      case HINT -> DiagnosticSeverity.Hint;
    };
  }

  public Hover hover(SourceText source, Hovers.Hover hover, Markup.Style style) {
    return new Hover(markup(hover.text(), style), range(source, hover.range()));
  }

  /** A text in the markup that it was written in. */
  public static MarkupContent markup(String text, Markup.Style style) {
    return new MarkupContent(style == Markup.Style.MARKDOWN ? "markdown" : "plaintext", text);
  }

  public DocumentLink link(SourceText source, SourceTargets.Target target) {
    return new DocumentLink(range(source, target.path()), uri(target.file()));
  }

  public DocumentSymbol symbol(SourceText source, DocumentSymbols.Element element) {
    DocumentSymbol symbol =
        new DocumentSymbol(
            Printable.line(element.name()),
            kind(element.kind()),
            range(source, element.range()),
            range(source, element.selection()));
    symbol.setDetail(Printable.line(element.detail()));
    symbol.setChildren(element.children().stream().map(c -> symbol(source, c)).toList());
    return symbol;
  }

  static SymbolKind kind(DocumentSymbols.Kind kind) {
    return switch (kind) {
      case MENU -> SymbolKind.Namespace;
      case CHOICE -> SymbolKind.Enum;
      case BOOL, TRISTATE -> SymbolKind.Boolean;
      case NUMBER -> SymbolKind.Number;
      case STRING -> SymbolKind.String;
      case UNKNOWN -> SymbolKind.Constant;
      case COMMENT -> SymbolKind.Null;
      case VARIABLE -> SymbolKind.Variable;
    };
  }

  /** The items of a completion. */
  public CompletionItems completion(
      SourceText source, Completion completion, String uri, CompletionItems.Form form) {
    return new CompletionItems(range(source, completion.replace()), completion, uri, form);
  }
}
