package kconfigls.lsp.convert;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kconfigls.ide.CodeLenses;
import kconfigls.ide.DependencyHierarchy;
import kconfigls.ide.Foldings;
import kconfigls.ide.Highlights;
import kconfigls.ide.InlayHints;
import kconfigls.ide.Renames;
import kconfigls.ide.Signatures;
import kconfigls.ide.WorkspaceSymbols;
import kconfigls.text.LineIndex;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import kconfigls.text.escape.Printable;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What leads from place to place, as values of the protocol. */
public final class Navigation {
  /** The command of a code lens; a client that knows it shows the references. */
  public static final String SHOW_REFERENCES = "kconfig.showReferences";

  private final ToLsp toLsp;

  public Navigation(ToLsp toLsp) {
    this.toLsp = toLsp;
  }

  public DocumentHighlight highlight(SourceText source, Highlights.Highlight highlight) {
    return new DocumentHighlight(
        toLsp.range(source, highlight.range()),
        highlight.written() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read);
  }

  public static FoldingRange folding(SourceText source, Foldings.Folding folding) {
    LineIndex lines = source.lines();
    LineIndex shown = source.editorLines();
    FoldingRange range =
        new FoldingRange(
            shown.lineOf(lines.start(folding.startLine())),
            shown.lineOf(lines.end(folding.endLine())));
    range.setKind(folding.comment() ? "comment" : "region");
    return range;
  }

  /** The innermost range, with the others as its parents; they come outermost first. */
  public SelectionRange selection(SourceText source, List<TextRange> ranges) {
    SelectionRange selection = null;
    for (TextRange range : ranges) {
      selection = new SelectionRange(toLsp.range(source, range), selection);
    }
    return Objects.requireNonNull(selection);
  }

  /** Empty for a symbol whose file is not there any more. */
  public Optional<WorkspaceSymbol> symbol(WorkspaceSymbols.Match match) {
    return toLsp
        .location(match.place())
        .map(
            at ->
                new WorkspaceSymbol(
                    Printable.line(match.name()),
                    ToLsp.kind(match.kind()),
                    Either.forLeft(at),
                    Printable.line(match.prompt())));
  }

  public InlayHint hint(SourceText source, InlayHints.Hint hint) {
    InlayHint out =
        new InlayHint(
            toLsp.position(source, hint.offset()), Either.forLeft(Printable.line(hint.label())));
    out.setTooltip(Printable.line(hint.tooltip()));
    return out;
  }

  public CodeLens lens(SourceText source, String uri, CodeLenses.Lens lens) {
    Range range = toLsp.range(source, lens.name());
    Command command =
        new Command(Printable.line(lens.title()), SHOW_REFERENCES, List.of(uri, range.getStart()));
    return new CodeLens(range, command, null);
  }

  public static SignatureHelp signature(Signatures.Signature signature) {
    SignatureInformation information = new SignatureInformation(Printable.line(signature.label()));
    information.setParameters(
        signature.parameters().stream()
            .map(Printable::line)
            .map(ParameterInformation::new)
            .toList());
    if (!signature.documentation().isEmpty()) {
      information.setDocumentation(Printable.line(signature.documentation()));
    }
    return new SignatureHelp(List.of(information), 0, signature.active());
  }

  /** Empty for a symbol whose file is not there any more. */
  public Optional<CallHierarchyItem> item(DependencyHierarchy.Node node) {
    Optional<Location> entry = toLsp.location(node.entry());
    Optional<Location> name = toLsp.location(node.name());
    if (entry.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    CallHierarchyItem item = new CallHierarchyItem();
    item.setName(Printable.line(node.symbol()));
    item.setKind(SymbolKind.Constant);
    item.setDetail(Printable.line(node.detail()));
    item.setUri(entry.get().getUri());
    item.setRange(entry.get().getRange());
    item.setSelectionRange(name.get().getRange());
    JsonObject data = new JsonObject();
    data.addProperty("symbol", node.symbol());
    item.setData(data);
    return Optional.of(item);
  }

  /** The places of a step towards a symbol lie in the file of the one that names it. */
  public Optional<CallHierarchyIncomingCall> incoming(DependencyHierarchy.Step step) {
    return item(step.node()).map(item -> new CallHierarchyIncomingCall(item, ranges(step)));
  }

  public Optional<CallHierarchyOutgoingCall> outgoing(DependencyHierarchy.Step step) {
    return item(step.node()).map(item -> new CallHierarchyOutgoingCall(item, ranges(step)));
  }

  private List<Range> ranges(DependencyHierarchy.Step step) {
    return toLsp.locations(step.places()).stream().map(Location::getRange).distinct().toList();
  }

  public PrepareRenameResult target(SourceText source, Renames.Target target) {
    return new PrepareRenameResult(toLsp.range(source, target.range()), target.name());
  }
}
