package kconfigls.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kconfigls.dialect.Dialect;
import kconfigls.model.FileInstance;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/** Where positions meet meaning: keys of a model as places of a snapshot's texts, and back. */
public final class Semantics {
  private final Snapshot snapshot;

  public Semantics(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  /** The place of a key of a file that is present. */
  public Place place(VfsPath file, int key) {
    TextRange range =
        snapshot
            .present(file)
            .filter(cell -> key >= 0 && key < cell.positions().size())
            .map(cell -> cell.positions().range(key))
            .orElse(TextRange.at(0));
    return new Place(file, range);
  }

  public Place place(FileInstance instance, int key) {
    return place(instance.file(), key);
  }

  /** The place of an entry's name, or of the statement's first word. */
  public Place name(MenuNode node) {
    if (node.item() instanceof Item.Entry entry) {
      return place(node.file(), entry.nameKey());
    }
    Place whole = place(node.file(), node.item().key());
    String text = snapshot.present(whole.file()).map(cell -> cell.source().text()).orElse("");
    int end = whole.range().start();
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return new Place(whole.file(), new TextRange(whole.range().start(), end));
  }

  /** The place of one of a node's properties. */
  public Place property(MenuNode node, Prop prop) {
    return place(node.file(), prop.key());
  }

  /** The line of a place, from 1. */
  public int line(Place place) {
    return snapshot
        .present(place.file())
        .map(cell -> cell.source().lines().lineOf(place.range().start()) + 1)
        .orElse(1);
  }

  /** The places where a name is defined in any project, each once, the first project's first. */
  public List<Place> definitions(String name) {
    Set<Place> places = new LinkedHashSet<>();
    for (ProjectModel model : snapshot.models()) {
      Symbol symbol = model.symbol(name);
      if (symbol != null) {
        symbol.nodes().forEach(node -> places.add(name(node)));
      }
    }
    return List.copyOf(places);
  }

  /** The projects that include a file, or that a document of another kind belongs to. */
  public List<ProjectModel> projectsOf(VfsPath file) {
    Optional<FileCell> document = snapshot.document(file);
    if (document.isPresent()) {
      return new DocumentProjects(snapshot, document.get()).models();
    }
    return snapshot.models().stream().filter(model -> model.includes(file)).toList();
  }

  /** The same projects, each linked no sooner than it is asked for. */
  private Stream<ProjectModel> eachProjectOf(VfsPath file) {
    return snapshot.document(file).isPresent()
        ? projectsOf(file).stream()
        : IntStream.range(0, snapshot.specs().size())
            .mapToObj(snapshot::model)
            .filter(model -> model.includes(file));
  }

  /** The dialect of a document that is no Kconfig file. */
  public Dialect dialectOf(FileCell document) {
    return new DocumentProjects(snapshot, document).dialect();
  }

  /** The project in whose light a file is shown: the first of {@link #projectsOf}. */
  public Optional<ProjectModel> projectOf(VfsPath file) {
    return eachProjectOf(file).findFirst();
  }

  /** The symbol of a name as a file sees it: in a project that includes it, else in any. */
  public Optional<SymbolIn> symbol(String name, VfsPath file) {
    Optional<SymbolIn> near =
        eachProjectOf(file).flatMap(model -> in(model, name).stream()).findFirst();
    if (near.isPresent()) {
      return near;
    }
    return snapshot.models().stream().flatMap(model -> in(model, name).stream()).findFirst();
  }

  /** A symbol and the project that it belongs to. */
  public record SymbolIn(ProjectModel model, Symbol symbol) {}

  private static Optional<SymbolIn> in(ProjectModel model, String name) {
    Symbol symbol = model.symbol(name);
    return symbol == null ? Optional.empty() : Optional.of(new SymbolIn(model, symbol));
  }

  /** The help text of an entry; empty for none. */
  public String help(MenuNode node) {
    Place place = place(node.file(), node.item().key());
    return snapshot
        .present(place.file())
        .flatMap(cell -> find(cell.tree().statements(), place.range()))
        .map(Semantics::help)
        .orElse("");
  }

  private static Optional<Statement> find(List<Statement> statements, TextRange range) {
    int low = 0;
    int high = statements.size() - 1;
    while (low < high) { // the last one that does not begin behind the range
      int middle = (low + high + 1) >>> 1;
      if (statements.get(middle).range().start() > range.start()) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    Statement statement = statements.isEmpty() ? null : statements.get(low);
    if (statement instanceof Statement.WithAttributes && statement.range().equals(range)) {
      return Optional.of(statement);
    }
    return statement instanceof Statement.Block block
        ? find(block.body(), range)
        : Optional.empty();
  }

  private static String help(Statement statement) {
    String text = "";
    if (statement instanceof Statement.WithAttributes with) {
      for (Attribute attribute : with.attributes()) {
        if (attribute instanceof Attribute.Help help && !help.text().isEmpty()) {
          text = help.text();
        }
      }
    }
    return text;
  }
}
