package kconfigls.io;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kconfigls.model.Expansion;
import kconfigls.model.Shell;

/** Runs a tree's own commands in the folder of its root, each once, and only for who asked. */
public final class ShellRunner implements Shell {
  private static final int MAX_BYTES = 255;
  private static final int TIME_LIMIT_SECONDS = 10;

  private final File folder;
  private final Map<String, String> environment;
  private final Consumer<String> messages;
  private final Map<String, Expansion> results = new ConcurrentHashMap<>();

  /**
   * A shell for one project.
   *
   * @param folder the tree's root
   * @param environment added to that of this process
   * @param messages takes one line per command that could not be run to its end
   */
  public ShellRunner(Path folder, Map<String, String> environment, Consumer<String> messages) {
    this.folder = folder.toFile();
    this.environment = Map.copyOf(environment);
    this.messages = messages;
  }

  @Override
  public Expansion run(String command) {
    return results.computeIfAbsent(command, this::start);
  }

  private Expansion start(String command) {
    try {
      Path output = Files.createTempFile("kconfig-ls", ".out");
      try {
        return run(command, output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      messages.accept("shell: " + command + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Expansion("", false);
  }

  private Expansion run(String command, Path output) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
    builder.environment().putAll(environment);
    builder.directory(folder);
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(output.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      messages.accept("shell: stopped after " + TIME_LIMIT_SECONDS + " s: " + command);
      return new Expansion("", false);
    }
    try (InputStream in = Files.newInputStream(output)) {
      String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
      return new Expansion(text.replaceFirst("\n+$", "").replace('\n', ' '), true);
    }
  }
}
