package kconfigls.io;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.vfs.VfsPath;

/** A git repository, of which nothing is ever changed: neither its work tree nor its index. */
public final class GitRepository {
  /** Keeps git from running programs that the repository names, and from refreshing its index. */
  private static final List<String> COMMAND =
      List.of(
          "git",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "core.quotePath=false",
          "-c",
          "diff.autoRefreshIndex=false");

  private static final List<String> DIFF =
      List.of(
          "diff",
          "--no-ext-diff",
          "--no-textconv",
          "--no-color",
          "--ignore-submodules",
          "--find-renames");

  /** Something that git refuses, or that it is not there for; the message is one line. */
  public static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedException(String message) {
      super(message);
    }
  }

  /** What a command of git printed. */
  private record Output(int status, byte[] out, String error) {}

  private final VfsPath top;

  private GitRepository(VfsPath top) {
    this.top = top;
  }

  /** The top folder of the work tree that holds a path. */
  public static Optional<VfsPath> top(VfsPath path) {
    for (VfsPath folder = path; folder != null; folder = folder.parent()) {
      if (Files.exists(Path.of(folder.resolve(".git").text()))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  /**
   * The lines of files that differ from a revision; a file that git does not know is new as a
   * whole, and a file that was renamed is compared with what it was.
   *
   * @param folder in the work tree
   * @param files those that matter; files without a change are not in the result
   * @throws FailedException if there is no such revision, no repository, or no git
   */
  public static Map<VfsPath, ChangedLines> changes(
      VfsPath folder, String revision, Collection<VfsPath> files) {
    VfsPath top =
        top(folder).orElseThrow(() -> new FailedException(folder + " is in no git repository"));
    return new GitRepository(top).changes(revision, files);
  }

  private Map<VfsPath, ChangedLines> changes(String revision, Collection<VfsPath> files) {
    String commit = commit(revision);
    Map<VfsPath, ChangedLines> changes = new HashMap<>();
    for (String name : names(run(List.of("ls-files", "--others", "--exclude-standard", "-z")))) {
      changes.put(top.resolve(name), ChangedLines.ALL);
    }
    List<String> paths = paths(commit, files);
    if (!paths.isEmpty()) {
      List<String> command = new ArrayList<>(DIFF);
      command.addAll(List.of("-U0", "--src-prefix=a/", "--dst-prefix=b/", commit, "--"));
      paths.forEach(path -> command.add(":(top,literal)" + path));
      ChangedLines.ofPatch(run(command))
          .forEach((name, lines) -> changes.put(top.resolve(name), lines));
    }
    changes.keySet().retainAll(files);
    return changes;
  }

  private String commit(String revision) {
    String wanted = revision + "^{commit}";
    Output output = start(List.of("rev-parse", "--verify", "--quiet", "--end-of-options", wanted));
    if (output.status() == 1 && output.error().isEmpty()) {
      throw new FailedException("there is no revision '" + revision + "' in " + top);
    }
    check(output);
    String answer = new String(output.out(), StandardCharsets.UTF_8).strip();
    return answer.lines().reduce((first, last) -> last).orElse("");
  }

  /** The files that have changed, each with its former name if it had another. */
  private List<String> paths(String commit, Collection<VfsPath> files) {
    List<String> command = new ArrayList<>(DIFF);
    command.addAll(List.of("--name-status", "-z", commit, "--"));
    List<String> answer = names(run(command));
    List<String> paths = new ArrayList<>();
    for (int i = 0; i + 1 < answer.size(); i += 2) {
      boolean twoNames = answer.get(i).startsWith("R") || answer.get(i).startsWith("C");
      if (twoNames) {
        i++;
      }
      if (files.contains(top.resolve(answer.get(i + 1)))) {
        paths.addAll(answer.subList(i + (twoNames ? 0 : 1), i + 2));
      }
    }
    return paths;
  }

  private static List<String> names(byte[] list) {
    String text = new String(list, StandardCharsets.UTF_8);
    return text.isEmpty() ? List.of() : List.of(text.split("\0"));
  }

  private byte[] run(List<String> arguments) {
    Output output = start(arguments);
    check(output);
    return output.out();
  }

  private static void check(Output output) {
    if (output.status() != 0) {
      String reason = output.error().lines().findFirst().orElse("no reason given");
      throw new FailedException("git failed: " + reason);
    }
  }

  private Output start(List<String> arguments) {
    List<String> command = new ArrayList<>(COMMAND);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(new File(top.text()));
    List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX").forEach(builder.environment()::remove);
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    builder.environment().put("LC_ALL", "C");
    try {
      Path errors = Files.createTempFile("kconfig-ls", ".err");
      try {
        builder.redirectError(errors.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = process.getInputStream()) {
          in.transferTo(out);
        }
        int status = process.waitFor();
        return new Output(status, out.toByteArray(), Files.readString(errors).strip());
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw new FailedException("git cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedException("interrupted");
    }
  }
}
