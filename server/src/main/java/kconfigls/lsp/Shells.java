package kconfigls.lsp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import kconfigls.io.ShellRunner;
import kconfigls.model.Expansion;
import kconfigls.model.ProjectSpec;
import kconfigls.model.Shell;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * Lets a tree run its commands, if the user trusts it and the client's settings allow it, while its
 * projects are loaded. Of a tree with several projects, such as one for each architecture, only
 * that one's commands run which counts: those of all take a minute on Linux. What is typed later is
 * never run: a half-written command may do something else than the whole one.
 */
final class Shells {
  private final Session session;
  private final ActiveChoice choice;
  private final DiagnosticsPublisher diagnostics;
  private final Map<ProjectSpec, ProjectSpec> specs = new ConcurrentHashMap<>();
  private final AtomicBoolean loading = new AtomicBoolean();

  /** The project that counted when the first command was asked for; null while none was. */
  private final AtomicReference<@Nullable Id> counted = new AtomicReference<>();

  /** A project, whatever shell it has. */
  private record Id(VfsPath srctree, String name) {
    static Id of(ProjectSpec spec) {
      return new Id(spec.srctree(), spec.name());
    }
  }

  Shells(Session session, ActiveChoice choice, DiagnosticsPublisher diagnostics) {
    this.session = session;
    this.choice = choice;
    this.diagnostics = diagnostics;
  }

  /** Forgets all results, and runs commands for as long as the work takes. */
  void whileLoading(Runnable work) {
    specs.clear();
    counted.set(null);
    loading.set(true);
    try {
      work.run();
    } finally {
      loading.set(false);
    }
  }

  /** The projects of a tree with a shell each if that is allowed; the same for the same ones. */
  List<ProjectSpec> allow(List<ProjectSpec> tree) {
    if (!session.trusted() || !session.settings().allowShell()) {
      return tree;
    }
    boolean alone = tree.size() == 1;
    return tree.stream()
        .map(
            spec ->
                specs.computeIfAbsent(
                    spec,
                    s ->
                        ShellRunner.with(
                            s,
                            runner -> new WhileLoading(runner, Id.of(s), alone),
                            diagnostics::log)))
        .toList();
  }

  /** Whether another project counts by now than the one whose commands have run. */
  boolean isBehind() {
    Id then = counted.get();
    return then != null && !then.equals(active());
  }

  private boolean counts(Id project) {
    counted.compareAndSet(null, active());
    return project.equals(counted.get());
  }

  private @Nullable Id active() {
    return choice
        .active(session.workspace().snapshot())
        .map(active -> Id.of(active.project().spec()))
        .orElse(null);
  }

  /** Knows the results of the commands that it ran. */
  private final class WhileLoading implements Shell {
    private final Shell runner;
    private final Id project;
    private final boolean alone;
    private final Map<String, Expansion> results = new ConcurrentHashMap<>();

    WhileLoading(Shell runner, Id project, boolean alone) {
      this.runner = runner;
      this.project = project;
      this.alone = alone;
    }

    @Override
    public Expansion run(String command, Supplier<String> asker) {
      if (loading.get() && (alone || counts(project))) {
        Expansion result = runner.run(command, asker);
        results.put(command, result);
        return result;
      }
      return results.getOrDefault(command, Expansion.UNKNOWN);
    }
  }
}
