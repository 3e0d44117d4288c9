package kconfigls.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Semantics.SymbolIn;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.model.MenuNode;
import kconfigls.model.ReverseIndex;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.text.escape.Markup;
import kconfigls.text.escape.Phrase;
import kconfigls.usage.SourceIndex;
import kconfigls.usage.SourceLanguage;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** The hover of a symbol, in the order of the language page, F.1. */
final class SymbolHover {
  private static final int MAX_SELECTORS = 10;
  private static final String UNKNOWN = ExprPrinter.print(Expr.UNKNOWN);

  private final Semantics semantics;
  private final SymbolIn in;
  private final Symbol symbol;
  private final Markup out;

  private SymbolHover(Semantics semantics, SymbolIn in, Markup out) {
    this.semantics = semantics;
    this.in = in;
    this.symbol = in.symbol();
    this.out = out;
  }

  /**
   * Writes all there is to say.
   *
   * @param index the sources of the tree; {@link SourceIndex#NONE} if they are not known
   */
  static void write(Semantics semantics, SymbolIn in, SourceIndex index, Markup out) {
    SymbolHover hover = new SymbolHover(semantics, in, out);
    hover.head();
    hover.prompts();
    hover.help();
    hover.definitions();
    hover.properties();
    ReverseIndex reverse = in.model().reverse();
    hover.reverse(reverse, "Selected by", false);
    hover.reverse(reverse, "Implied by", true);
    hover.uses(index);
  }

  private void head() {
    StringBuilder what =
        new StringBuilder(symbol.type().map(SymbolType::keyword).orElse("no type"));
    boolean member = symbol.nodes().stream().anyMatch(node -> node.choice() != null);
    boolean menu = symbol.nodes().stream().anyMatch(node -> keyword(node).equals("menuconfig"));
    what.append(member ? ", member of a choice" : "").append(menu ? ", menuconfig" : "");
    for (MenuNode node : symbol.nodes()) {
      for (Prop prop : node.props()) {
        if (prop instanceof Prop.Flag flag) {
          what.append(", ").append(flag.name());
        }
      }
    }
    out.heading(symbol.name(), what.toString());
  }

  private static String keyword(MenuNode node) {
    return node.item() instanceof Item.Entry entry ? entry.keyword() : "";
  }

  private void prompts() {
    for (MenuNode node : symbol.nodes()) {
      Optional<Prop.Prompt> prompt = node.prompt();
      if (prompt.isPresent()) {
        Expr visible = Expr.and(node.inheritedVisibility(), orYes(prompt.get().condition()));
        Phrase text = Phrase.words("“" + prompt.get().text() + "”");
        out.paragraph(
            visible.equals(Expr.Y)
                ? text
                : Phrase.of(text, labelled(" – visible if ", ExprPrinter.print(visible))));
      }
    }
  }

  private static Phrase labelled(String label, String code) {
    return Phrase.of(Phrase.words(label), Phrase.code(code));
  }

  private static Expr orYes(@Nullable Expr expr) {
    return expr == null ? Expr.Y : expr;
  }

  private void help() {
    for (MenuNode node : symbol.nodes()) {
      String help = semantics.help(node);
      if (!help.isEmpty()) {
        out.help(help);
      }
    }
  }

  private void definitions() {
    for (MenuNode node : symbol.nodes()) {
      Place place = semantics.name(node);
      String file = place.file().relativeTo(in.model().spec().srctree());
      out.title("Defined at " + file + ":" + semantics.line(place));
      List<String> path = node.menuPath();
      if (!path.isEmpty()) {
        out.item(Phrase.words("Menu: " + String.join(" → ", path)));
      }
      Expr own = node.ownDependency();
      if (!own.equals(Expr.Y)) {
        out.item(labelled("Depends on: ", ExprPrinter.print(own)));
      }
      Expr inherited = node.inheritedDependency();
      if (!inherited.equals(Expr.Y)) {
        out.item(labelled("Inherited: ", ExprPrinter.print(inherited)));
      }
    }
  }

  private void properties() {
    List<String> lines = new ArrayList<>();
    for (MenuNode node : symbol.nodes()) {
      List<Prop> written = node.item() instanceof Item.Entry entry ? entry.props() : node.props();
      for (int i = 0; i < node.props().size(); i++) {
        String line = line(node.props().get(i));
        if (line.contains(UNKNOWN)) {
          line = line(written.get(i));
        }
        if (!line.isEmpty()) {
          lines.add(line);
        }
      }
    }
    if (!lines.isEmpty()) {
      out.block(String.join("\n", lines));
    }
  }

  private static String line(Prop prop) {
    return switch (prop) {
      case Prop.Default d -> "default " + ExprPrinter.print(d.value()) + suffix(d.condition());
      case Prop.Range r ->
          "range "
              + ExprPrinter.print(r.low())
              + " "
              + ExprPrinter.print(r.high())
              + suffix(r.condition());
      case Prop.Select s -> (s.imply() ? "imply " : "select ") + s.target() + suffix(s.condition());
      case Prop.SetValue s -> "set " + s.target() + "=" + ExprPrinter.print(s.value());
      case Prop.Type type -> "";
      case Prop.Prompt prompt -> "";
      case Prop.Depends depends -> "";
      case Prop.Visible visible -> "";
      case Prop.Option option -> "";
      case Prop.Flag flag -> "";
      case Prop.Help help -> "";
    };
  }

  private static String suffix(@Nullable Expr condition) {
    return condition == null ? "" : " if " + ExprPrinter.print(condition);
  }

  private void reverse(ReverseIndex index, String title, boolean imply) {
    List<ReverseIndex.Edge> edges =
        index.of(symbol.name()).stream()
            .filter(edge -> edge.select().imply() == imply && edge.node().symbol() != null)
            .toList();
    if (edges.isEmpty()) {
      return;
    }
    out.title(title + " (" + edges.size() + ")");
    for (ReverseIndex.Edge edge : edges.subList(0, Math.min(MAX_SELECTORS, edges.size()))) {
      Symbol selector = edge.node().symbol();
      if (selector != null) {
        out.item(Phrase.code(selector.name() + suffix(edge.select().condition())));
      }
    }
    if (edges.size() > MAX_SELECTORS) {
      out.item(Phrase.words("… and " + (edges.size() - MAX_SELECTORS) + " more"));
    }
  }

  /** How often the symbol is used. */
  private void uses(SourceIndex index) {
    int kconfig = 0;
    for (VfsPath file : in.model().fileSet()) {
      Optional<FileCell> cell = semantics.snapshot().present(file);
      kconfig += cell.map(each -> each.names().uses(symbol.name()).references()).orElse(0);
    }
    List<String> parts = new ArrayList<>(List.of(kconfig + " in Kconfig"));
    long settings = files(index, language -> language == SourceLanguage.CONFIG);
    long sources = files(index, language -> !language.isKconfigOrConfig());
    if (sources > 0) {
      parts.add(sources + (sources == 1 ? " source" : " sources"));
    }
    if (settings > 0) {
      parts.add(settings + (settings == 1 ? " configuration file" : " configuration files"));
    }
    out.paragraph(Phrase.words("References: " + String.join(", ", parts)));
  }

  private long files(SourceIndex index, Predicate<SourceLanguage> languages) {
    return index.files().stream()
        .filter(file -> languages.test(file.language()) && file.names(symbol.name()))
        .count();
  }
}
