package kconfigls.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import kconfigls.io.RegularFiles.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is opened, and how much of it is read. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RegularFilesTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir private Path temp;

  private static void assertIsUnreadable(Path path, String reason) {
    assertThat(RegularFiles.read(path, MEGABYTE)).isEqualTo(new Content.Unreadable(reason));
    assertThat(RegularFiles.head(path, 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev/null", "/dev/tty", "/dev/random"})
  void noDeviceIsOpened(String device) {
    assumeTrue(Files.exists(Path.of(device)));
    assertIsUnreadable(Path.of(device), "it is no regular file");
  }

  @Test
  void noPipeIsOpened() throws Exception {
    Path pipe = temp.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertIsUnreadable(pipe, "it is no regular file");
    Path link = Files.createSymbolicLink(temp.resolve("link"), pipe);
    assertIsUnreadable(link, "it is no regular file");
  }

  /** These tell a size of 0 and have a text; reading some of them waits or does something. */
  @ParameterizedTest
  @ValueSource(strings = {"/proc/self/environ", "/proc/self/maps", "/proc/kmsg"})
  void filesOfTheKernelAreEmpty(String file) {
    assumeTrue(Files.isReadable(Path.of(file)));
    assertThat(RegularFiles.head(Path.of(file), 10)).isEmpty();
    assertThat(RegularFiles.read(Path.of(file), MEGABYTE))
        .isInstanceOfSatisfying(Content.Bytes.class, bytes -> assertThat(bytes.array()).isEmpty());
  }

  @Test
  void everyOtherStateIsAValue() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "text");
    Files.createSymbolicLink(temp.resolve("nowhere"), Path.of("none"));
    Files.createSymbolicLink(temp.resolve("loop"), Path.of("loop"));
    assertThat(RegularFiles.read(file, 4))
        .isInstanceOfSatisfying(
            Content.Bytes.class,
            bytes ->
                assertThat(new String(bytes.array(), StandardCharsets.UTF_8)).isEqualTo("text"));
    assertThat(RegularFiles.head(file, 2)).containsExactly('t', 'e');
    assertThat(RegularFiles.read(file, 3)).isInstanceOf(Content.Unreadable.class);
    assertThat(RegularFiles.read(temp, 3)).isEqualTo(new Content.Folder());
    assertThat(RegularFiles.read(temp.resolve("none"), 3)).isEqualTo(new Content.Absent());
    assertThat(RegularFiles.read(file.resolve("below"), 3)).isEqualTo(new Content.Absent());
    assertIsUnreadable(temp.resolve("nowhere"), "it is a link that leads nowhere");
    assertIsUnreadable(temp.resolve("loop"), "it is a loop of links");
  }
}
