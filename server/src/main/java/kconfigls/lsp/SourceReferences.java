package kconfigls.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kconfigls.analysis.CancelToken;
import kconfigls.ide.BuildVariables;
import kconfigls.ide.References;
import kconfigls.ide.SourceUses;
import kconfigls.ide.SourceUses.Found;
import kconfigls.lsp.RequestRunner.View;
import kconfigls.model.ProjectSpec;
import kconfigls.usage.SourceIndex;
import org.eclipse.lsp4j.Location;

/** References and implementations, in the sources of the tree too if the settings want that. */
final class SourceReferences {
  private final Session session;
  private final SourceIndexes indexes;

  SourceReferences(Session session, SourceIndexes indexes) {
    this.session = session;
    this.indexes = indexes;
  }

  List<Location> references(View view, boolean withDefinitions, CancelToken cancel) {
    List<Location> all = new ArrayList<>();
    all.addAll(
        view.toLsp()
            .locations(
                References.at(view.semantics(), view.cell(), view.offset(), withDefinitions)));
    SourceUses.symbolAt(view.semantics(), view.cell(), view.offset())
        .ifPresent(
            symbol ->
                SourceUses.references(view.semantics(), index(view, cancel), symbol, cancel)
                    .forEach(found -> all.add(location(view, found))));
    return all;
  }

  List<Location> implementations(View view, CancelToken cancel) {
    Optional<String> symbol =
        SourceUses.symbolAt(view.semantics(), view.cell(), view.offset())
            .filter(name -> !view.semantics().definitions(name).isEmpty());
    return symbol
        .map(
            name ->
                SourceUses.implementations(view.semantics(), index(view, cancel), name, cancel)
                    .stream()
                    .map(found -> location(view, found))
                    .toList())
        .orElse(List.of());
  }

  /** Where the build sets the variable that stands there. */
  List<Location> variables(View view, CancelToken cancel) {
    return BuildVariables.at(view.semantics(), view.cell(), view.offset())
        .map(
            name ->
                BuildVariables.of(index(view, cancel), name, cancel).stream()
                    .map(found -> location(view, found))
                    .toList())
        .orElse(List.of());
  }

  /** What is known of the sources of a document's tree, without waiting for it. */
  SourceIndex known(View view) {
    return index(view, indexes::soon);
  }

  private SourceIndex index(View view, CancelToken cancel) {
    return index(view, spec -> indexes.recent(spec, cancel));
  }

  private SourceIndex index(View view, Function<ProjectSpec, SourceIndex> sources) {
    return session.readsSources()
        ? view.semantics()
            .projectOf(view.cell().path())
            .map(model -> sources.apply(model.spec()))
            .orElse(SourceIndex.NONE)
        : SourceIndex.NONE;
  }

  private Location location(View view, Found found) {
    return new Location(
        session.uri(found.file()), view.toLsp().range(found.source(), found.range()));
  }
}
