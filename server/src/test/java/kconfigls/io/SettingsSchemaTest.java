package kconfigls.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kconfigls.rules.RuleTexts;
import org.junit.jupiter.api.Test;

/** The published schema says what is understood. */
final class SettingsSchemaTest {
  private static JsonObject schema() throws IOException {
    try (InputStream in = SettingsFile.class.getResourceAsStream("/kconfig-ls.schema.json")) {
      assertThat(in).isNotNull();
      return JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .getAsJsonObject();
    }
  }

  @Test
  void itHasTheKeysOfTheFile() throws IOException {
    Set<String> keys = new HashSet<>(SettingsFile.KEYS);
    keys.remove(SettingsFile.ALLOW_SHELL); // stands in an editor's settings only
    JsonObject properties = schema().getAsJsonObject("properties");
    assertThat(properties.keySet()).isEqualTo(keys);
    JsonObject items = properties.getAsJsonObject("overrides").getAsJsonObject("items");
    assertThat(items.getAsJsonObject("properties").keySet())
        .containsExactlyElementsOf(SettingsFile.OVERRIDE_KEYS);
  }

  @Test
  void itHasTheSeverities() throws IOException {
    JsonElement severities =
        schema()
            .getAsJsonObject("definitions")
            .getAsJsonObject("rules")
            .getAsJsonObject("additionalProperties")
            .get("enum");
    List<String> names = new ArrayList<>();
    severities.getAsJsonArray().forEach(name -> names.add(name.getAsString()));
    assertThat(names).isEqualTo(RuleTexts.VALUES);
  }
}
