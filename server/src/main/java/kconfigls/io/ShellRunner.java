package kconfigls.io;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kconfigls.dialect.MacroLibrary;
import kconfigls.model.Expansion;
import kconfigls.model.ProjectSpec;
import kconfigls.model.Shell;
import kconfigls.vfs.VfsPath;

/** Runs a tree's own commands in the folder of its root, each once, and only for who asked. */
public final class ShellRunner implements Shell {
  /** In the environment of a command and of whatever it starts, so that all of it can be ended. */
  private static final String MARK = "KCONFIG_LS_COMMAND";

  private static final int MAX_BYTES = 1 << 20;
  private static final int TIME_LIMIT_SECONDS = 10;
  private static final int POLL_MILLIS = 10;

  /** What a shell exits with if it cannot run a program. */
  private static final Set<Integer> NOT_RUN = Set.of(126, 127);

  private final File folder;
  private final Map<String, String> environment;
  private final int maxBytes;
  private final int seconds;
  private final Consumer<String> messages;
  private final Map<String, Expansion> results = new ConcurrentHashMap<>();

  /**
   * A shell for one project.
   *
   * @param folder the tree's root
   * @param environment added to that of this process
   * @param maxBytes how much of a command's output counts
   * @param messages takes one line per command that could not be run as it is meant
   */
  public ShellRunner(
      Path folder, Map<String, String> environment, int maxBytes, Consumer<String> messages) {
    this(folder, environment, maxBytes, TIME_LIMIT_SECONDS, messages);
  }

  /** The project with a shell of its own and with all of the environment. */
  public static ProjectSpec with(
      ProjectSpec spec, UnaryOperator<Shell> use, Consumer<String> messages) {
    Map<String, String> environment = new HashMap<>(Environment.ofProcess());
    environment.putAll(spec.environment());
    Path folder = Path.of(spec.srctree().text());
    int bytes = MacroLibrary.of(spec.dialect()).shellBytes();
    Shell shell = new ShellRunner(folder, environment, bytes, messages);
    Set<VfsPath> folders = new LinkedHashSet<>(spec.folders());
    folders.addAll(AllowedFolders.named(Environment.ofProcess(), spec.srctree()));
    return spec.with(use.apply(shell), environment, List.copyOf(folders));
  }

  ShellRunner(
      Path folder,
      Map<String, String> environment,
      int maxBytes,
      int seconds,
      Consumer<String> messages) {
    this.folder = folder.toFile();
    this.environment = Map.copyOf(environment);
    this.maxBytes = Math.min(maxBytes, MAX_BYTES);
    this.seconds = seconds;
    this.messages = messages;
  }

  @Override
  public Expansion run(String command, Supplier<String> asker) {
    return results.computeIfAbsent(command, c -> start(c, asker));
  }

  private Expansion start(String command, Supplier<String> asker) {
    String failure = "interrupted";
    try {
      try (TemporaryFile output = new TemporaryFile()) {
        if (ends(command, output.path(), asker)) {
          return new Expansion(text(output.path()), true);
        }
        failure = "stopped after " + seconds + " s";
      }
    } catch (IOException e) {
      failure = String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tell(asker, failure, command);
    return Expansion.UNKNOWN;
  }

  private void tell(Supplier<String> asker, String what, String command) {
    messages.accept(asker.get() + ": shell: " + what + ": " + command);
  }

  /** Runs a command until it ends or has written all that counts; whether it did in time. */
  private boolean ends(String command, Path output, Supplier<String> asker)
      throws IOException, InterruptedException {
    String mark = UUID.randomUUID().toString();
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
    builder.environment().clear();
    builder.environment().putAll(Environment.ofProcess());
    builder.environment().putAll(environment);
    builder.environment().put(MARK, mark);
    builder.directory(folder);
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(output.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    boolean done = false;
    try {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      while (!done && System.nanoTime() < deadline) {
        done = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || Files.size(output) > maxBytes;
      }
      if (Files.size(output) > maxBytes) {
        tell(asker, "only the first " + maxBytes + " bytes of its output count", command);
      } else if (done && NOT_RUN.contains(process.exitValue())) {
        tell(asker, "there is no such program, or it cannot be run", command);
      }
      return done;
    } finally {
      if (process.isAlive()) {
        end(process, mark);
      }
    }
  }

  /** Ends a command with all that it started, also what has lost its parent since. */
  private static void end(Process process, String mark) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    ProcessHandle.allProcesses()
        .filter(handle -> isMarked(handle, mark))
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean isMarked(ProcessHandle handle, String mark) {
    return RegularFiles.environmentOf(handle.pid())
        .filter(environment -> environment.contains(MARK + "=" + mark))
        .isPresent();
  }

  private String text(Path output) {
    String text = new String(RegularFiles.head(output, maxBytes), StandardCharsets.UTF_8);
    int nul = text.indexOf('\0');
    return (nul < 0 ? text : text.substring(0, nul)).replaceFirst("\n+$", "").replace('\n', ' ');
  }
}
