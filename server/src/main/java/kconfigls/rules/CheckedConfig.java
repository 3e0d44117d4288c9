package kconfigls.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kconfigls.analysis.Lazy;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.ConfigFiles;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.syntax.ConfigLine;
import kconfigls.syntax.Reading;
import kconfigls.text.SourceText;
import kconfigls.values.ConfigFile;
import kconfigls.values.ConfigProblem;
import kconfigls.values.ConfigStack;
import kconfigls.values.DotConfig;
import kconfigls.values.DotConfig.Assignment;
import kconfigls.values.Evaluation;
import kconfigls.values.Evaluator;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * Configuration files as a rule sees them: what they say, and what comes of it in one project. The
 * names of the files are their paths.
 */
public final class CheckedConfig {
  private final ConfigStack stack;
  private final Dialect dialect;
  private final boolean isWhole;
  private final Semantics semantics;
  private final @Nullable ProjectModel model;
  private final Lazy<Reading> reading;
  private final Lazy<Evaluation> evaluation;

  /** What the files say, whatever the project. */
  private record Reading(List<Assignment> assignments, List<ConfigProblem> problems) {}

  /**
   * Files that make one configuration, or a part of one.
   *
   * @param isWhole whether what they do not say is left to the defaults
   * @param model the project that they are for; null if it cannot be told
   */
  public CheckedConfig(
      ConfigStack stack,
      Dialect dialect,
      boolean isWhole,
      Semantics semantics,
      @Nullable ProjectModel model) {
    this.stack = stack;
    this.dialect = dialect;
    this.isWhole = isWhole;
    this.semantics = semantics;
    this.model = model;
    this.reading = Lazy.of(this::read);
    this.evaluation = Lazy.of(this::evaluate);
  }

  private Reading read() {
    List<Assignment> assignments = new ArrayList<>();
    List<ConfigProblem> problems = new ArrayList<>();
    for (ConfigFile file : stack.files()) {
      ConfigStack alone = new ConfigStack(List.of(file), List.of());
      new DotConfig(alone, dialect).read(assignments::add, problems::add);
    }
    return new Reading(List.copyOf(assignments), List.copyOf(problems));
  }

  private Evaluation evaluate() {
    return evaluate(stack);
  }

  /** What other files would result in, in the same project. */
  public Evaluation evaluate(ConfigStack other) {
    if (model == null) {
      throw new IllegalStateException("no project");
    }
    return Evaluator.explain(model, new DotConfig(other, dialect), Map.of());
  }

  public ConfigStack stack() {
    return stack;
  }

  public Dialect dialect() {
    return dialect;
  }

  public boolean has(Feature feature) {
    return dialect.has(feature);
  }

  public String prefix() {
    return dialect.prefix();
  }

  /** The project that the files are for; null if it cannot be told. */
  public @Nullable ProjectModel model() {
    return model;
  }

  /** The name of the project; empty if there is none. */
  public String projectName() {
    return model == null ? "" : model.spec().name();
  }

  /** All assignments in order of the files, those too that a later one overrides. */
  public List<Assignment> assignments() {
    return reading.get().assignments();
  }

  /** What reading the files tells; without a project only what needs none. */
  public List<ConfigProblem> problems(ConfigProblem.Kind kind) {
    List<ConfigProblem> all =
        model == null ? reading.get().problems() : evaluation.get().configuration().problems();
    return all.stream().filter(problem -> problem.kind() == kind).toList();
  }

  /** What the files result in; null without a project. */
  public @Nullable Evaluation evaluation() {
    return model == null ? null : evaluation.get();
  }

  /**
   * What the files result in, if it is certain that this is what somebody builds; null for
   * fragments, without a project, and where a file of the tree or an included one is missing, which
   * might select anything.
   */
  public @Nullable Evaluation outcome() {
    boolean certain =
        isWhole
            && model != null
            && !model.isOpen()
            && problems(ConfigProblem.Kind.MISSING_INCLUDE).isEmpty();
    return certain ? evaluation() : null;
  }

  /** Whether the files are a whole configuration. */
  public boolean isWhole() {
    return isWhole;
  }

  /** The symbol of a name in the project; null if there is none. */
  public @Nullable Symbol symbol(String name) {
    return model == null ? null : model.symbol(name);
  }

  /** Whether a program wrote the file of a place, with a line for each symbol. */
  public boolean isGenerated(kconfigls.values.Place place) {
    return ConfigFiles.isGenerated(place.source().text());
  }

  /** A place of these files as one of the workspace. */
  public Place place(kconfigls.values.Place place) {
    return new Place(path(place.file()), place.range());
  }

  /** The path that the name of a file stands for. */
  public VfsPath path(String name) {
    VfsPath folder = model == null ? new VfsPath("") : model.spec().srctree();
    return folder.resolve(name);
  }

  /** Where a symbol is defined in the project; empty if it is not. */
  public List<Place> definitions(String name) {
    Symbol symbol = symbol(name);
    return symbol == null ? List.of() : symbol.nodes().stream().map(semantics::name).toList();
  }

  /** The projects of the workspace that define a symbol, by name. */
  public List<String> projectsWith(String name) {
    return semantics.snapshot().models().stream()
        .filter(other -> other.symbol(name) != null)
        .map(other -> other.spec().name())
        .toList();
  }

  public Semantics semantics() {
    return semantics;
  }

  /** The line of a place. */
  public ConfigLine line(kconfigls.values.Place place) {
    int number = place.source().lines().lineOf(place.range().start());
    return file(place.file(), place.source()).tree().lines().get(number);
  }

  private ConfigFile file(String name, SourceText source) {
    return files()
        .filter(file -> file.name().equals(name) && file.tree().source() == source)
        .findFirst()
        .orElseThrow();
  }

  /** The files that were named and those that they include. */
  public Stream<ConfigFile> files() {
    return stack.files().stream().flatMap(CheckedConfig::withIncluded);
  }

  private static Stream<ConfigFile> withIncluded(ConfigFile file) {
    Stream<ConfigFile> included =
        file.inclusions().values().stream()
            .flatMap(
                inclusion ->
                    inclusion instanceof ConfigFile.Inclusion.Found found
                        ? withIncluded(found.file())
                        : Stream.empty());
    return Stream.concat(Stream.of(file), included);
  }

  /**
   * The texts of the files that are reported on: those that were named. Included files and the
   * tree's new names of symbols are reported on when they are named themselves.
   */
  public Map<VfsPath, SourceText> sources() {
    Map<VfsPath, SourceText> sources = new LinkedHashMap<>();
    for (ConfigFile file : stack.files()) {
      sources.put(path(file.name()), file.tree().source());
    }
    if (sources.isEmpty()) {
      for (ConfigStack.RenameFile file : stack.renames()) {
        sources.put(path(file.name()), file.tree().source());
      }
    }
    return sources;
  }

  /** The files that are reported on. */
  Set<VfsPath> reported() {
    return sources().keySet();
  }
}
