package kconfigls.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.Test;

/** The page of settings, those of VS Code, and those that are understood are the same. */
final class SettingsPageTest {
  private static final Path ROOT = Path.of(System.getProperty("kconfigls.root", ".."));
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

  private static JsonObject client() throws IOException {
    return JsonParser.parseString(Files.readString(ROOT.resolve("vscode-client/package.json")))
        .getAsJsonObject();
  }

  @Test
  void thePageAndTheClientNameTheSameSettings() throws IOException {
    Set<String> page =
        ROW.matcher(Files.readString(ROOT.resolve("server/docs/settings.md")))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> properties =
        client()
            .getAsJsonObject("contributes")
            .getAsJsonObject("configuration")
            .getAsJsonObject("properties")
            .keySet()
            .stream()
            .map(key -> key.replaceFirst("^kconfig\\.", ""))
            .filter(key -> key.indexOf('.') < 0) // those are for the editor alone
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(properties).isEqualTo(page).contains("allowShell");
    JsonObject all = new JsonObject();
    page.forEach(key -> all.add(key, JsonNull.INSTANCE));
    assertThat(SettingsFile.settings(all, "all", VfsPath.of("/"))).isEqualTo(Settings.NONE);
  }

  @Test
  void theClientRestrictsWhatTheServerDoes() throws IOException {
    JsonObject all = new JsonObject();
    for (String key : List.of("dialect", "root", "srctree", "configuration")) {
      all.addProperty(key, "x");
    }
    JsonObject some = new JsonObject();
    some.addProperty("x", "off");
    all.add("env", some);
    all.add("rules", some);
    all.addProperty("allowShell", true);
    Settings settings = SettingsFile.settings(all, "all", VfsPath.of("/"));
    assertThat(settings.restricted().restrictedKeys()).isEmpty();
    assertThat(settings.restricted().rules()).isNotEmpty();
    List<String> restricted =
        client()
            .getAsJsonObject("capabilities")
            .getAsJsonObject("untrustedWorkspaces")
            .getAsJsonArray("restrictedConfigurations")
            .asList()
            .stream()
            .map(key -> key.getAsString().replaceFirst("^kconfig\\.", ""))
            .filter(key -> !key.startsWith("server.")) // those are for the editor alone
            .toList();
    assertThat(restricted).isEqualTo(settings.restrictedKeys());
  }
}
