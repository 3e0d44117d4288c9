package kconfigls.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Snapshot;
import kconfigls.dialect.ConfigFiles;
import kconfigls.io.Settings;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * Which project and which configuration file count: those of the last request to choose, else those
 * of the settings, else what the configuration's place in its tree tells.
 */
final class ActiveChoice {
  /** What a project was chosen by. */
  enum By {
    REQUEST,
    SETTING,
    PLACE,
    DEFAULT;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A project of a snapshot.
   *
   * @param index in the snapshot's list
   * @param id names it in requests
   */
  record Project(int index, String id, ProjectSpec spec) {
    ProjectModel model(Snapshot snapshot) {
      return snapshot.model(index);
    }
  }

  /**
   * What counts.
   *
   * @param configuration null for none
   */
  record Active(Project project, By by, @Nullable VfsPath configuration) {
    /** The configuration as a person names it. */
    String configurationName() {
      return configuration == null ? "" : configuration.relativeTo(project.spec().srctree());
    }
  }

  /** What a client asked for. */
  private record Requested(@Nullable String project, @Nullable VfsPath configuration) {}

  /** How Linux calls the machines that servers run on. */
  private static final Map<String, String> MACHINES =
      Map.of("amd64", "x86", "x86_64", "x86", "aarch64", "arm64", "riscv64", "riscv");

  private final Session session;
  private final AtomicReference<Optional<Requested>> requested =
      new AtomicReference<>(Optional.empty());

  ActiveChoice(Session session) {
    this.session = session;
  }

  /** From now on these count. */
  void choose(@Nullable String project, @Nullable VfsPath configuration) {
    requested.set(Optional.of(new Requested(project, configuration)));
  }

  private @Nullable Requested requested() {
    return Objects.requireNonNull(requested.get()).orElse(null);
  }

  /** The projects that can be chosen; single files only where there is nothing else. */
  static List<Project> projects(Snapshot snapshot) {
    List<ProjectSpec> specs = snapshot.specs();
    boolean whole = specs.stream().anyMatch(spec -> !spec.isSingleFile());
    List<Project> projects = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      ProjectSpec spec = specs.get(i);
      if (!whole || !spec.isSingleFile()) {
        boolean alone = specs.stream().filter(s -> s.name().equals(spec.name())).count() == 1;
        String id = alone ? spec.name() : spec.name() + " in " + spec.srctree();
        projects.add(new Project(i, id, spec));
      }
    }
    return projects;
  }

  /** The project of an id, or of a name that is the name of one. */
  static Optional<Project> project(Snapshot snapshot, String id) {
    List<Project> all = projects(snapshot);
    return all.stream()
        .filter(project -> project.id().equals(id))
        .findFirst()
        .or(() -> all.stream().filter(project -> project.spec().isFor(id)).findFirst());
  }

  /** What counts in a snapshot; empty for one without projects. */
  Optional<Active> active(Snapshot snapshot) {
    VfsPath configuration = configuration();
    List<Project> all = projects(snapshot);
    Requested asked = requested();
    if (asked != null && asked.project() != null) {
      Optional<Project> named = project(snapshot, asked.project());
      if (named.isPresent()) {
        return Optional.of(new Active(named.get(), By.REQUEST, configuration));
      }
    }
    Optional<Project> set =
        architectures().stream().flatMap(name -> project(snapshot, name).stream()).findFirst();
    if (set.isPresent()) {
      return Optional.of(new Active(set.get(), By.SETTING, configuration));
    }
    Optional<Project> placed =
        configuration == null ? Optional.empty() : byPlace(snapshot, all, configuration);
    if (placed.isPresent()) {
      return Optional.of(new Active(placed.get(), By.PLACE, configuration));
    }
    return ofMachine(all)
        .or(() -> all.stream().findFirst())
        .map(project -> new Active(project, By.DEFAULT, configuration));
  }

  private List<String> architectures() {
    List<String> names = new ArrayList<>(session.settings().architectures());
    session.treeSettings().forEach(settings -> names.addAll(settings.architectures()));
    return names;
  }

  private @Nullable VfsPath configuration() {
    Requested asked = requested();
    if (asked != null) {
      return asked.configuration();
    }
    if (session.settings().configuration() != null) {
      return session.settings().configuration();
    }
    return session.treeSettings().stream()
        .map(Settings::configuration)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The project of the innermost tree around a file, for the architecture that it is for. */
  private static Optional<Project> byPlace(
      Snapshot snapshot, List<Project> all, VfsPath configuration) {
    int innermost =
        all.stream()
            .map(project -> project.spec().srctree())
            .filter(configuration::isIn)
            .mapToInt(folder -> folder.text().length())
            .max()
            .orElse(-1);
    List<Project> around =
        all.stream()
            .filter(project -> configuration.isIn(project.spec().srctree()))
            .filter(project -> project.spec().srctree().text().length() == innermost)
            .toList();
    if (around.size() < 2) {
      return around.stream().findFirst();
    }
    ProjectSpec first = around.getFirst().spec();
    String text =
        snapshot.present(configuration).map(FileCell::source).map(s -> s.text()).orElse("");
    return ConfigFiles.architecture(
            configuration.relativeTo(first.srctree()), text, first.dialect())
        .flatMap(name -> around.stream().filter(p -> p.spec().isFor(name)).findFirst());
  }

  /** Of the architectures of the first tree the one that this machine has. */
  private static Optional<Project> ofMachine(List<Project> all) {
    String machine = MACHINES.getOrDefault(System.getProperty("os.arch", ""), "");
    return all.stream()
        .filter(project -> project.spec().srctree().equals(all.getFirst().spec().srctree()))
        .filter(project -> project.spec().dialect().architectures() != null)
        .filter(project -> project.spec().name().equals(machine))
        .findFirst();
  }
}
