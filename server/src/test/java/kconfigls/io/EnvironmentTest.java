package kconfigls.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the launcher changes for Java is not seen by a tree or by the programs that it starts. */
final class EnvironmentTest {
  @Test
  void theUsersLocaleComesBack() {
    assertThat(
            Environment.ofUser(
                Map.of("LC_ALL", "C.UTF-8", "KCONFIG_LS_LC_ALL", "de_DE", "LANG", "C")))
        .isEqualTo(Map.of("LC_ALL", "de_DE", "LANG", "C"));
    assertThat(Environment.ofUser(Map.of("LC_ALL", "C.UTF-8", "KCONFIG_LS_LC_ALL", "")))
        .isEqualTo(Map.of());
    assertThat(Environment.ofUser(Map.of("LC_ALL", "C"))).isEqualTo(Map.of("LC_ALL", "C"));
  }
}
