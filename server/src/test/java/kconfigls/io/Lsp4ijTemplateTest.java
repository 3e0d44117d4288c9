package kconfigls.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The template for LSP4IJ has the form that its page "User-defined language server template"
 * describes.
 */
final class Lsp4ijTemplateTest {
  private static final Path FOLDER = Path.of("clients/lsp4ij");
  private static final Set<String> SYSTEMS = Set.of("windows", "linux", "mac", "default");
  private static final Set<String> TASKS = Set.of("exec", "download", "configureServer");

  private static JsonObject read(String name) throws IOException {
    return JsonParser.parseString(Files.readString(FOLDER.resolve(name))).getAsJsonObject();
  }

  @Test
  void itIsMadeOfTheFilesThatAreLookedFor() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "template.json",
              "clientSettings.json",
              "settings.json",
              "settings.schema.json",
              "installer.json",
              "README.md");
    }
  }

  @Test
  void theTemplateNamesCommandAndFiles() throws IOException {
    JsonObject template = read("template.json");
    assertThat(template.keySet()).containsExactly("id", "name", "programArgs", "fileTypeMappings");
    command(template.get("programArgs"));
    for (JsonElement each : template.getAsJsonArray("fileTypeMappings")) {
      JsonObject mapping = each.getAsJsonObject();
      assertThat(mapping.keySet()).containsExactly("fileType", "languageId");
      assertThat(mapping.getAsJsonObject("fileType").keySet()).containsExactly("name", "patterns");
      assertThat(mapping.get("languageId").getAsString()).isEqualTo("kconfig");
    }
  }

  @Test
  void theInstallerIsMadeOfTasks() throws IOException {
    JsonObject installer = read("installer.json");
    assertThat(installer.keySet())
        .containsExactly("id", "name", "executeOnStartServer", "check", "run");
    tasks(installer.getAsJsonObject("check"));
    tasks(installer.getAsJsonObject("run"));
  }

  private static void tasks(JsonObject tasks) {
    assertThat(TASKS).containsAll(tasks.keySet());
    for (String kind : tasks.keySet()) {
      JsonObject task = tasks.getAsJsonObject(kind);
      assertThat(task.get("name").getAsString()).isNotEmpty();
      command(task.get("command"));
      if (task.has("onSuccess")) {
        tasks(task.getAsJsonObject("onSuccess"));
      }
    }
  }

  private static void command(JsonElement command) {
    assertThat(SYSTEMS).containsAll(command.getAsJsonObject().keySet());
    for (String system : command.getAsJsonObject().keySet()) {
      assertThat(command.getAsJsonObject().get(system).getAsString()).startsWith("kconfig-ls");
    }
  }

  @Test
  void theSettingsAreThoseOfAnEditor() throws IOException {
    JsonObject properties =
        read("settings.schema.json")
            .getAsJsonObject("properties")
            .getAsJsonObject("kconfig")
            .getAsJsonObject("properties");
    Set<String> keys = new HashSet<>(SettingsFile.KEYS);
    keys.removeAll(Set.of("$schema", "version", "overrides")); // stand in a file only
    Set<String> ofEditors = new HashSet<>(keys);
    ofEditors.addAll(Set.of("sources", "codeLens", "inlayHints"));
    assertThat(properties.keySet()).isEqualTo(ofEditors);
    assertThat(keys).containsAll(read("settings.json").getAsJsonObject("kconfig").keySet());
  }
}
