package kconfigls.lsp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import kconfigls.io.ShellRunner;
import kconfigls.model.Expansion;
import kconfigls.model.ProjectSpec;
import kconfigls.model.Shell;

/**
 * Lets a tree run its commands, if the client's settings allow it, while its projects are loaded.
 * What is typed later is never run: a half-written command may do something else than the whole
 * one.
 */
final class Shells {
  private final Session session;
  private final DiagnosticsPublisher diagnostics;
  private final Map<ProjectSpec, ProjectSpec> specs = new ConcurrentHashMap<>();
  private final AtomicBoolean loading = new AtomicBoolean();

  Shells(Session session, DiagnosticsPublisher diagnostics) {
    this.session = session;
    this.diagnostics = diagnostics;
  }

  /** Forgets all results, and runs commands for as long as the work takes. */
  void whileLoading(Runnable work) {
    specs.clear();
    loading.set(true);
    try {
      work.run();
    } finally {
      loading.set(false);
    }
  }

  /** The project with a shell if that is allowed; the same one for the same project. */
  ProjectSpec allow(ProjectSpec spec) {
    return session.settings().allowShell()
        ? specs.computeIfAbsent(spec, s -> ShellRunner.with(s, WhileLoading::new, diagnostics::log))
        : spec;
  }

  /** Knows the results of the commands that it ran. */
  private final class WhileLoading implements Shell {
    private final Shell runner;
    private final Map<String, Expansion> results = new ConcurrentHashMap<>();

    WhileLoading(Shell runner) {
      this.runner = runner;
    }

    @Override
    public Expansion run(String command, Supplier<String> asker) {
      if (loading.get()) {
        Expansion result = runner.run(command, asker);
        results.put(command, result);
        return result;
      }
      return results.getOrDefault(command, Expansion.UNKNOWN);
    }
  }
}
