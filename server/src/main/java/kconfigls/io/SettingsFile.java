package kconfigls.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** Reads {@code .kconfig-ls.json}, which may hold comments. */
public final class SettingsFile {
  private static final String NAME = ".kconfig-ls.json";
  private static final String ALLOW_SHELL = "allowShell";
  private static final List<String> KEYS =
      List.of("dialect", "root", "srctree", "arch", "env", "rules", ALLOW_SHELL, "$schema");

  /** A file that says something that is not understood. */
  public static final class InvalidException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidException(String message) {
      super(message);
    }
  }

  private SettingsFile() {}

  /**
   * The settings of the nearest file upwards from a path; none if there is no file.
   *
   * @throws InvalidException with one line that names the file
   */
  public static Settings find(VfsPath path) {
    for (VfsPath folder = path; folder != null; folder = folder.parent()) {
      VfsPath file = folder.resolve(NAME);
      if (Files.isRegularFile(Path.of(file.text()))) {
        return read(file, folder);
      }
    }
    return Settings.NONE;
  }

  private static Settings read(VfsPath file, VfsPath folder) {
    try (Reader in = Files.newBufferedReader(Path.of(file.text()));
        JsonReader json = new JsonReader(in)) {
      json.setStrictness(Strictness.LENIENT);
      JsonElement element = JsonParser.parseReader(json);
      if (!element.isJsonObject()) {
        throw new InvalidException(file + ": the settings must be an object");
      }
      if (element.getAsJsonObject().has(ALLOW_SHELL)) {
        throw new InvalidException(
            file
                + ": a tree cannot allow its own commands: use the editor's settings or"
                + " --allow-shell");
      }
      return settings(element.getAsJsonObject(), file.text(), folder);
    } catch (IOException | JsonParseException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new InvalidException(file + ": " + reason);
    }
  }

  /**
   * The settings of an object.
   *
   * @param where names the source in messages
   * @throws InvalidException for keys that are not known and values of a wrong kind
   */
  public static Settings settings(JsonObject json, String where, VfsPath folder) {
    for (String key : json.keySet()) {
      if (!KEYS.contains(key)) {
        String nearest = Nearest.of(key, KEYS);
        throw new InvalidException(
            where + ": unknown setting '" + key + "'; did you mean '" + nearest + "'?");
      }
    }
    String root = text(json, "root", where);
    String srctree = text(json, "srctree", where);
    return new Settings(
        text(json, "dialect", where),
        root == null ? null : folder.resolve(root),
        srctree == null ? null : folder.resolve(srctree),
        list(json, where),
        map(json, "env", where),
        map(json, "rules", where),
        flag(json, ALLOW_SHELL, where));
  }

  private static @Nullable String text(JsonObject json, String key, String where) {
    JsonElement element = json.get(key);
    if (element == null || element.isJsonNull()) {
      return null;
    }
    if (!element.isJsonPrimitive()) {
      throw new InvalidException(where + ": '" + key + "' must be a text");
    }
    String text = element.getAsString();
    return text.isEmpty() ? null : text;
  }

  private static boolean flag(JsonObject json, String key, String where) {
    JsonElement element = json.get(key);
    if (element == null || element.isJsonNull()) {
      return false;
    }
    if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isBoolean()) {
      throw new InvalidException(where + ": '" + key + "' must be true or false");
    }
    return element.getAsBoolean();
  }

  private static List<String> list(JsonObject json, String where) {
    JsonElement element = json.get("arch");
    if (element == null || element.isJsonNull()) {
      return List.of();
    }
    if (element.isJsonPrimitive()) {
      return List.of(element.getAsString());
    }
    if (!(element instanceof JsonArray array)) {
      throw new InvalidException(where + ": 'arch' must be a list of names");
    }
    List<String> names = new ArrayList<>();
    for (JsonElement name : array) {
      if (!name.isJsonPrimitive()) {
        throw new InvalidException(where + ": 'arch' must be a list of names");
      }
      names.add(name.getAsString());
    }
    return names;
  }

  private static Map<String, String> map(JsonObject json, String key, String where) {
    JsonElement element = json.get(key);
    if (element == null || element.isJsonNull()) {
      return Map.of();
    }
    if (!(element instanceof JsonObject object)) {
      throw new InvalidException(where + ": '" + key + "' must be an object of texts");
    }
    Map<String, String> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
      if (!entry.getValue().isJsonPrimitive()) {
        throw new InvalidException(where + ": '" + key + "." + entry.getKey() + "' must be a text");
      }
      map.put(entry.getKey(), entry.getValue().getAsString());
    }
    return map;
  }
}
