package kconfigls.rules.profiles;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import kconfigls.syntax.TreeWalk;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/**
 * Reports SoCs of {@code soc.yml} files that no default of {@code SOC} names. Most of these
 * defaults stand in files named {@code Kconfig.soc}, which a generated file includes.
 */
public final class ZephyrSocNameSync implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "profiles",
              "zephyr-soc-name-sync",
              Severity.ERROR,
              "a SoC of `soc.yml` that no default of `SOC` names")
          .only("zephyr");

  private static final String SYMBOL = "SOC";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Optional<ProjectModel> model =
        projects.selected().stream().filter(each -> each.symbol(SYMBOL) != null).findFirst();
    if (model.isEmpty()) {
      return;
    }
    List<VfsPath> files = projects.treeFiles().named(name -> name.equals("soc.yml"));
    Set<String> known = files.isEmpty() ? Set.of() : defaults(projects);
    for (VfsPath file : files) {
      Optional<SourceText> text = projects.treeFiles().text(file);
      for (SocFile.Soc soc : text.map(SocFile::socs).orElse(List.of())) {
        if (!known.contains(soc.name())) {
          sink.report(draft(projects, model.get(), file, soc));
        }
      }
    }
  }

  private static Draft draft(
      CheckedProjects projects, ProjectModel model, VfsPath file, SocFile.Soc soc) {
    Symbol symbol = Objects.requireNonNull(model.symbol(SYMBOL));
    Place place = projects.semantics().name(symbol.nodes().getFirst());
    String where = file.relativeTo(model.spec().srctree()) + ":" + soc.line();
    String message = "no default of `SOC` is `" + soc.name() + "`, which " + where + " names";
    return Draft.of(place, message)
        .about(SYMBOL)
        .see(List.of(new Related(new Place(file, TextRange.at(0)), "the SoC in " + where)));
  }

  private static Set<String> defaults(CheckedProjects projects) {
    Set<String> names = new HashSet<>();
    for (ProjectModel model : projects.semantics().snapshot().models()) {
      Symbol symbol = model.symbol(SYMBOL);
      if (symbol != null) {
        symbol.nodes().forEach(node -> node.props().forEach(prop -> add(prop, names)));
      }
    }
    for (VfsPath file : projects.treeFiles().named(name -> name.startsWith("Kconfig.soc"))) {
      projects.treeFiles().text(file).ifPresent(text -> add(text, names));
    }
    return names;
  }

  private static void add(Prop prop, Set<String> names) {
    if (prop instanceof Prop.Default def) {
      switch (def.value()) {
        case Expr.Text(String text) -> names.add(text);
        case Expr.Symbol(String name) -> names.add(name);
        default -> {
          // names nothing
        }
      }
    }
  }

  private static void add(SourceText text, Set<String> names) {
    TreeWalk.statements(
        KconfigParser.parse(text).statements(),
        statement -> {
          if (statement instanceof Statement.Entry entry
              && entry.name() != null
              && entry.name().text().equals(SYMBOL)) {
            for (Attribute attribute : entry.attributes()) {
              if (attribute instanceof Attribute.Default def && def.value() instanceof Term term) {
                names.add(term.text());
              }
            }
          }
        });
  }
}
