package kconfigls.lsp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.DocumentKind;
import kconfigls.analysis.Snapshot;
import kconfigls.analysis.Workspace;
import kconfigls.dialect.Dialects;
import kconfigls.io.AllowedFolders;
import kconfigls.io.ProjectFinder;
import kconfigls.io.Settings;
import kconfigls.io.WorkspaceLoader;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.model.Shell;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * Finds projects, loads what they need, and has diagnostics computed: those of an edited file at
 * once, those of the projects after a pause that follows how long they take.
 */
final class Indexer {
  private static final long MIN_PAUSE_MILLIS = 30;
  private static final long MAX_PAUSE_MILLIS = 2_000;
  private static final String PROJECTS = "the check of the projects";

  private final Session session;
  private final DiagnosticsPublisher diagnostics;
  private final ConfigChecks configs;
  private final Shells shells;
  private final TreeSettings trees;
  private final Garbage garbage = new Garbage();
  private final StatusBoard status;
  private final Faults faults;
  private final ExecutorService quick =
      Executors.newSingleThreadExecutor(DaemonThreads.named("diagnostics", 16));
  private final ScheduledExecutorService slow =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("index", 16));
  private Set<String> warned = Set.of();
  private final AtomicLong requested = new AtomicLong();
  private final AtomicLong averageMillis = new AtomicLong(MIN_PAUSE_MILLIS);

  Indexer(Session session, DiagnosticsPublisher diagnostics, StatusBoard status, Faults faults) {
    this.faults = faults;
    this.status = status;
    this.session = session;
    this.diagnostics = diagnostics;
    this.configs = new ConfigChecks(session, diagnostics.configs(), diagnostics, faults);
    this.trees = new TreeSettings(session);
    this.shells = new Shells(session, status.choice(), diagnostics);
  }

  /** Looks for the projects of all folders again, and loads them. */
  void findProjects() {
    submit(
        () -> {
          status.indexing();
          try (Progress progress = Progress.begin(session, "Indexing Kconfig")) {
            Runnable reading = () -> loadNew(progress);
            faults.guard("reading the projects", () -> shells.whileLoading(reading)).run();
          }
          publishAll();
          // linking leaves much garbage, and nothing may happen for hours now
          garbage.collect();
        });
  }

  /** Another project may count: its commands have not run. */
  void chosen() {
    if (shells.isBehind()) {
      findProjects();
    }
  }

  void opened(VfsPath path, DocumentKind kind) {
    diagnostics.opened(path);
    switch (kind) {
      case KCONFIG -> {
        quick(path);
        submit(this::settle);
      }
      case CONFIG, RENAMES -> {
        submit(this::settle);
        status.configurationChanged();
      }
      case SOURCE, TOO_LARGE -> {
        // nothing is said of it
      }
    }
  }

  void edited(VfsPath path, DocumentKind kind) {
    switch (kind) {
      case KCONFIG -> {
        quick(path);
        later();
      }
      case CONFIG, RENAMES -> {
        configs.later();
        status.configurationChanged();
      }
      case SOURCE, TOO_LARGE -> {
        // nothing is said of it
      }
    }
  }

  void closed(VfsPath path, DocumentKind kind) {
    if (kind != DocumentKind.KCONFIG) {
      diagnostics.configs().forget(path);
      quick(path);
      status.configurationChanged();
    }
    submit(this::settle);
  }

  /** Files or folders changed on disk; an editor's text is stronger. */
  void changedOnDisk(List<VfsPath> paths) {
    diagnostics.configs().changedOnDisk();
    submit(
        () -> {
          loader(null).reload(paths);
          settle();
        });
  }

  /**
   * Finds the projects, and all that they need and say. A file that comes or goes may be one by
   * which a tree has other architectures, or is of another release; a document outside of all
   * folders brings the projects of its own tree, and takes them with it.
   */
  private void settle() {
    List<ProjectSpec> now = specs();
    List<ProjectSpec> before = session.workspace().snapshot().specs();
    if (now.equals(before.stream().filter(spec -> !spec.isSingleFile()).toList())) {
      load(null);
    } else {
      shells.whileLoading(() -> loadNew(null));
    }
    publishAll();
  }

  private void loadNew(@Nullable Progress progress) {
    diagnostics.rules().forget();
    session.workspace().apply(new Change.Projects(specs()));
    load(progress);
  }

  private void quick(VfsPath path) {
    try {
      quick.execute(
          faults.guard("the check of " + path.name(), () -> diagnostics.publishFile(path)));
    } catch (RejectedExecutionException e) {
      return;
    }
  }

  /** After a pause without further edits, everything. */
  private void later() {
    long ticket = requested.incrementAndGet();
    long pause = Math.clamp(averageMillis.get() * 3 / 2, MIN_PAUSE_MILLIS, MAX_PAUSE_MILLIS);
    try {
      slow.schedule(
          faults.guard(
              PROJECTS,
              () -> {
                if (ticket == requested.get()) {
                  load(null);
                  publishAll();
                }
                garbage.collectIfMuch();
              }),
          pause,
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      return;
    }
  }

  private void submit(Runnable work) {
    try {
      slow.execute(faults.guard(PROJECTS, work));
    } catch (RejectedExecutionException e) {
      return;
    }
  }

  private void load(@Nullable Progress progress) {
    WorkspaceLoader loader = loader(progress);
    loader.loadAll(CancelToken.NONE);
    if (adoptFragments()) {
      loader.loadAll(CancelToken.NONE);
    }
    Workspace workspace = session.workspace();
    workspace.apply(new Change.Unread(workspace.snapshot()));
  }

  private WorkspaceLoader loader(@Nullable Progress progress) {
    return new WorkspaceLoader(
        session.workspace(),
        files -> {
          status.loaded(files);
          if (progress != null) {
            progress.report(files + " files");
          }
        });
  }

  /** Open files that no project includes become projects of their own; whether any came or went. */
  private boolean adoptFragments() {
    Snapshot snapshot = session.workspace().snapshot();
    List<ProjectSpec> whole = new ArrayList<>();
    List<ProjectModel> models = new ArrayList<>();
    for (int i = 0; i < snapshot.specs().size(); i++) {
      if (!snapshot.specs().get(i).isSingleFile()) {
        whole.add(snapshot.specs().get(i));
        models.add(snapshot.model(i));
      }
    }
    List<ProjectSpec> wanted = new ArrayList<>(whole);
    openFiles(DocumentKind.KCONFIG).stream()
        .filter(path -> models.stream().noneMatch(model -> model.includes(path)))
        .forEach(path -> wanted.add(fragment(path, whole)));
    if (wanted.equals(snapshot.specs())) {
      return false;
    }
    session.workspace().apply(new Change.Projects(List.copyOf(wanted)));
    return true;
  }

  private ProjectSpec fragment(VfsPath path, List<ProjectSpec> whole) {
    VfsPath folder = path.parent() == null ? path : path.parent();
    return whole.stream()
        .filter(spec -> path.isIn(spec.srctree()))
        .findFirst()
        .orElseGet(() -> alone(path, folder))
        .fragment(path);
  }

  /** A file of no tree: of an untrusted folder nothing beside it is read. */
  private ProjectSpec alone(VfsPath file, VfsPath folder) {
    List<VfsPath> folders = session.trusted() ? List.of(folder) : session.folders();
    return new ProjectSpec(
        file.name(), file, folder, Dialects.lenient(), Map.of(), folders, false, Shell.NONE);
  }

  private void publishAll() {
    status.loaded();
    configs.projectsChanged();
    long start = System.nanoTime();
    diagnostics.publishProjects(session.workspace().snapshot());
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    averageMillis.set((averageMillis.get() * 3 + millis) / 4);
  }

  /** The open documents of some kinds. */
  private List<VfsPath> openFiles(DocumentKind... kinds) {
    return session.open().entrySet().stream()
        .filter(open -> List.of(kinds).contains(open.getValue().kind()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The projects of the folders and of open files outside them. */
  private List<ProjectSpec> specs() {
    Set<ProjectSpec> specs = new LinkedHashSet<>();
    Set<Settings> settings = new LinkedHashSet<>();
    Set<String> wrong = new LinkedHashSet<>();
    for (VfsPath folder : session.folders()) {
      specs.addAll(tree(folder, settings, wrong));
    }
    List<VfsPath> open = openFiles(DocumentKind.KCONFIG, DocumentKind.CONFIG, DocumentKind.RENAMES);
    for (VfsPath path : open) {
      boolean inside = specs.stream().anyMatch(spec -> path.isIn(spec.srctree()));
      if (!inside && session.scope().contain(path) && path.text().startsWith("/")) {
        specs.addAll(tree(path, settings, wrong));
      }
    }
    warn(wrong);
    session.replaceTreeSettings(List.copyOf(settings));
    return List.copyOf(specs);
  }

  /** Says what is wrong with settings, once for as long as it is so. */
  private void warn(Set<String> wrong) {
    wrong.stream().filter(text -> !warned.contains(text)).forEach(diagnostics::warn);
    warned = wrong;
  }

  private List<ProjectSpec> tree(VfsPath path, Set<Settings> found, Set<String> wrong) {
    Settings client = session.settings();
    Settings settings = client;
    Settings file = trees.of(path, wrong);
    if (!file.isEmpty()) {
      found.add(file);
      settings = file;
    }
    String name = settings.dialect();
    ProjectFinder.Wishes wishes =
        new ProjectFinder.Wishes(
            settings.root(),
            settings.srctree(),
            name == null ? null : Dialects.byName(name).orElse(null),
            settings == client ? client.environment() : Map.of(),
            settings.environment(),
            allowed(path));
    if (name != null && Dialects.byName(name).isEmpty()) {
      wrong.add("unknown dialect '" + name + "' in the settings");
    }
    return shells.allow(ProjectFinder.find(path, wishes, session.scope()).specs());
  }

  /**
   * The folders beside the tree that its files may name: those of the editor and of its settings.
   */
  private List<VfsPath> allowed(VfsPath path) {
    Settings client = session.settings();
    Set<VfsPath> folders = new LinkedHashSet<>(session.folders());
    folders.addAll(AllowedFolders.named(client.environment(), path));
    Stream.of(Optional.ofNullable(client.root()), Optional.ofNullable(client.srctree()))
        .flatMap(Optional::stream)
        .forEach(named -> folders.addAll(AllowedFolders.around(named)));
    return List.copyOf(folders);
  }

  void stop() {
    configs.stop();
    quick.shutdownNow();
    slow.shutdownNow();
  }
}
