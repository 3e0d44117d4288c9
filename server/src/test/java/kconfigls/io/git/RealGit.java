package kconfigls.io.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The original program, which makes repositories for tests and judges what the reader says. */
final class RealGit {
  private final Path folder;

  /** Git in a folder; a test is skipped if there is none. */
  RealGit(Path folder) {
    this.folder = folder;
    assumeTrue(isHere(), "there is no git here, which would judge the result");
  }

  private static boolean isHere() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a command prints; one that fails is a failure. */
  String run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@localhost"));
    command.addAll(List.of("-c", "commit.gpgsign=false", "-c", "core.excludesFile="));
    command.addAll(List.of("-c", "protocol.file.allow=always", "-c", "advice.nestedTag=false"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    process.getOutputStream().close();
    byte[] out = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return new String(out, StandardCharsets.UTF_8).strip();
  }

  /** The files that {@code ls-files} lists, sorted; those of other repositories are left out. */
  List<String> files() throws IOException, InterruptedException {
    String list = run("ls-files", "-z", "--cached", "--others", "--exclude-standard");
    return Arrays.stream(list.split("\0"))
        .filter(path -> !path.isEmpty() && !isFolder(path))
        .sorted()
        .distinct()
        .toList();
  }

  private boolean isFolder(String path) {
    return Files.isDirectory(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
