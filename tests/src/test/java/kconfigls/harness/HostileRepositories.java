package kconfigls.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Repositories that have git run commands, each of which leaves a mark.
 *
 * @param cloned its settings name a bare repository among its own files
 * @param unpacked its own {@code .git} is hostile
 * @param marks the folder for a file by each command that ran
 */
public record HostileRepositories(Path cloned, Path unpacked, Path marks) {
  private static final Path SCRIPT =
      Path.of(System.getProperty("kconfigls.root", ".."))
          .resolve("tests/trees/hostile_repositories.sh")
          .toAbsolutePath();

  /** Makes them in a folder, and sees that git does run the commands; skips without git. */
  public static HostileRepositories make(Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")) && isThereGit(), "there is no git here");
    Path real = folder.toRealPath();
    HostileRepositories made =
        new HostileRepositories(
            real.resolve("trees/cloned"), real.resolve("trees/unpacked"), real.resolve("marks"));
    String trees = real.resolve("trees").toString();
    assertThat(run(real, "sh", SCRIPT.toString(), trees, made.marks.toString())).isZero();
    run(made.unpacked, "git", "diff", "HEAD~1");
    run(made.cloned.resolve("bare"), "git", "ls-files");
    assertThat(made.marked()).as("what git runs").contains("uploadpack-cloned", "fsmonitor");
    for (String name : made.marked()) {
      Files.delete(made.marks.resolve(name));
    }
    return made;
  }

  private static boolean isThereGit() throws InterruptedException {
    try {
      return run(Path.of("."), "git", "--version") == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static int run(Path folder, String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** The commands that have run. */
  public List<String> marked() throws IOException {
    try (Stream<Path> files = Files.list(marks)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
