package kconfigls.lsp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kconfigls.graph.GraphBuilder;
import kconfigls.graph.GraphFormat;
import kconfigls.graph.SymbolGraph;
import kconfigls.ide.support.ChosenValues;
import kconfigls.ide.views.MenuRows;
import kconfigls.ide.views.MenuTree;
import kconfigls.ide.views.SymbolView;
import kconfigls.ide.views.SymbolView.Relation;
import kconfigls.io.ConfigurationFinder;
import kconfigls.lsp.Views.InProject;
import kconfigls.lsp.convert.Uris;
import kconfigls.lsp.convert.ViewResults;
import kconfigls.lsp.protocol.KconfigService;
import kconfigls.lsp.protocol.Params;
import kconfigls.lsp.protocol.Results;
import kconfigls.lsp.protocol.Status;
import kconfigls.model.Symbol;
import kconfigls.text.LinePosition;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;

/** The requests beyond the protocol. */
final class KconfigEndpoint implements KconfigService {
  private static final int FOUND = 50;

  private final Session session;
  private final RequestRunner runner;
  private final StatusBoard status;
  private final Views views;
  private final Runnable chosen;
  private final Runnable trusted;
  private final ValueChanges changes;

  /**
   * @param chosen is called after another project or configuration was chosen
   * @param trusted is called when the user trusts the folders
   */
  KconfigEndpoint(
      Session session,
      RequestRunner runner,
      StatusBoard status,
      Views views,
      Runnable chosen,
      Runnable trusted) {
    this.session = session;
    this.chosen = chosen;
    this.trusted = trusted;
    this.runner = runner;
    this.status = status;
    this.views = views;
    this.changes = new ValueChanges(session, status, views);
  }

  @Override
  public CompletableFuture<Status> status() {
    return runner.run(status::answer);
  }

  private <P, R> CompletableFuture<R> asked(P params, Function<P, R> work) {
    return runner.run(() -> work.apply(params));
  }

  @Override
  public CompletableFuture<Status> choose(Params.Choose asked) {
    return asked(
        asked,
        params -> {
          if (params.project() != null) {
            views.in(params.project()); // refuses one that is not there
          }
          VfsPath file = params.configuration() == null ? null : views.file(params.configuration());
          status.choice().choose(params.project(), file);
          chosen.run();
          status.changed();
          return status.answer();
        });
  }

  @Override
  public void didGrantTrust() {
    trusted.run();
  }

  @Override
  public CompletableFuture<Results.Configurations> configurations(Params.InProject asked) {
    return asked(
        asked,
        params -> {
          InProject in = views.in(params.project());
          VfsPath folder = in.project().spec().srctree();
          return new Results.Configurations(
              ConfigurationFinder.find(in.project().spec()).stream()
                  .map(
                      file -> new Results.Configuration(session.uri(file), file.relativeTo(folder)))
                  .toList());
        });
  }

  @Override
  public CompletableFuture<Results.Menu> menu(Params.Menu asked) {
    return asked(
        asked,
        params -> {
          InProject in = views.in(params.project());
          MenuTree tree = views.menu(in);
          return rows(
              in, params.node() == null ? tree.top() : tree.below(views.entry(in, params.node())));
        });
  }

  @Override
  public CompletableFuture<Results.Menu> menuPath(Params.MenuPath asked) {
    return asked(
        asked,
        params -> {
          InProject in = views.in(params.project());
          MenuTree tree = views.menu(in);
          return rows(in, place(in, tree, params).map(tree::path).orElse(List.of()));
        });
  }

  private static Optional<MenuTree.Entry> place(
      InProject in, MenuTree tree, Params.MenuPath params) {
    Position position = params.position();
    if (params.textDocument() == null || position == null) {
      return tree.entry(in.symbol(params.symbol()).name());
    }
    VfsPath file = Uris.path(params.textDocument().getUri());
    return in.snapshot()
        .present(file)
        .flatMap(
            cell -> {
              LinePosition place = new LinePosition(position.getLine(), position.getCharacter());
              int offset = cell.source().editorLines().offset(place, in.toLsp().encoding());
              return tree.at(in.semantics(), file, offset);
            });
  }

  @Override
  public CompletableFuture<Results.Menu> menuSearch(Params.MenuSearch asked) {
    return asked(
        asked,
        params -> {
          InProject in = views.in(params.project());
          String query = params.query() == null ? "" : params.query();
          int limit = params.limit() == null ? FOUND : params.limit();
          return rows(in, status.menus().search(in.model()).find(query, limit));
        });
  }

  private Results.Menu rows(InProject in, List<MenuTree.Entry> entries) {
    MenuRows rows = views.rows(in);
    ViewResults results = new ViewResults(in.toLsp(), in.model(), Optional.empty());
    String mark = StatusBoard.mark(in.model());
    return new Results.Menu(
        in.id(), entries.stream().map(rows::row).map(row -> results.row(mark, row)).toList());
  }

  @Override
  public CompletableFuture<Results.SymbolTree> symbol(Params.OfSymbol asked) {
    return asked(
        asked,
        params -> {
          InProject in = views.in(params.project());
          Symbol symbol = in.symbol(params.symbol());
          Optional<ChosenValues> values = views.values(in);
          return new ViewResults(in.toLsp(), in.model(), values)
              .symbol(
                  in.id(),
                  new SymbolView(in.semantics(), in.model(), symbol),
                  symbol,
                  relations(params.relation()));
        });
  }

  private static List<Relation> relations(@Nullable String id) {
    return id == null
        ? List.of(Relation.values())
        : List.of(Relation.of(id).orElseThrow(() -> Views.refused("no relation '" + id + "'")));
  }

  @Override
  public CompletableFuture<Results.Graph> graph(Params.Graph asked) {
    return asked(
        asked,
        params -> {
          InProject in = views.in(params.project());
          Symbol symbol = in.symbol(params.symbol());
          String name = params.format() == null ? "svg" : params.format();
          GraphFormat format =
              GraphFormat.of(name).orElseThrow(() -> Views.refused("no format '" + name + "'"));
          int depth = params.depth() == null ? 1 : params.depth();
          SymbolGraph graph =
              GraphBuilder.of(in.semantics(), in.model(), symbol, depth, GraphBuilder.MOST);
          return new Results.Graph(
              in.id(), symbol.name(), format.write(graph), graph.total(), nodes(in, graph));
        });
  }

  private static List<Results.Node> nodes(InProject in, SymbolGraph graph) {
    ViewResults results = new ViewResults(in.toLsp(), in.model(), Optional.empty());
    return graph.nodes().stream()
        .map(
            node ->
                new Results.Node(
                    node.symbol(),
                    results.location(
                        new SymbolView(in.semantics(), in.model(), in.symbol(node.symbol()))
                            .place())))
        .toList();
  }

  @Override
  public CompletableFuture<Results.Change> setValue(Params.SetValue asked) {
    return asked(asked, changes::preview).thenCompose(changes::applied);
  }
}
