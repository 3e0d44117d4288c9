package kconfigls.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kconfigls.text.Nearest;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** Understands {@code .kconfig-ls.json}, which may hold comments, and the settings of clients. */
public final class SettingsFile {
  public static final String NAME = ".kconfig-ls.json";

  /** The version of the format that is understood. */
  private static final int VERSION = 1;

  static final String ALLOW_SHELL = "allowShell";
  static final List<String> KEYS =
      List.of(
          "version",
          "dialect",
          "root",
          "srctree",
          "arch",
          "env",
          "rules",
          "overrides",
          "configuration",
          ALLOW_SHELL,
          "$schema");
  static final List<String> OVERRIDE_KEYS = List.of("files", "rules");

  /** A file that says something that is not understood. */
  public static final class InvalidException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidException(String message) {
      super(message);
    }
  }

  private final UnaryOperator<String> places;

  private SettingsFile(UnaryOperator<String> places) {
    this.places = places;
  }

  /**
   * The settings of the nearest file upwards from a path; none if there is no file.
   *
   * @throws InvalidException with one line that names the file
   */
  public static Settings find(VfsPath path) {
    return find(path, AllowedFolders.ANYWHERE);
  }

  /** The same, where only some folders may be read: files elsewhere are passed over. */
  public static Settings find(VfsPath path, AllowedFolders within) {
    DiskTreeView view = new DiskTreeView(within);
    for (VfsPath folder = path; folder != null; folder = folder.parent()) {
      VfsPath file = folder.resolve(NAME);
      if (view.isFile(file)) {
        return read(file, folder);
      }
    }
    return Settings.NONE;
  }

  private static Settings read(VfsPath file, VfsPath folder) {
    AllowedFolders own = new AllowedFolders(List.of(folder));
    if (!own.contain(file)) {
      throw new InvalidException(file + " is not read: it is a link that leads out of its folder");
    }
    SettingsJson.Located json = SettingsJson.read(file);
    SettingsFile reader = new SettingsFile(key -> json.places().getOrDefault(key, file.text()));
    if (json.object().has(ALLOW_SHELL)) {
      throw reader.invalid(
          ALLOW_SHELL,
          "a tree cannot allow its own commands: use the editor's settings or --allow-shell");
    }
    Settings settings = reader.settings(json.object(), json.places(), folder);
    reader.checkInside("root", "--root", settings.root(), own);
    reader.checkInside("srctree", "--srctree", settings.srctree(), own);
    reader.checkInside("configuration", "--config", settings.configuration(), own);
    return settings;
  }

  /** A tree must not choose what is read outside of it, be it by a link. */
  private void checkInside(
      String key, String option, @Nullable VfsPath path, AllowedFolders folders) {
    if (path != null && !folders.contain(path)) {
      throw invalid(
          key,
          "'"
              + key
              + "' leads out of the folder of this file: use the editor's settings or "
              + option);
    }
  }

  /**
   * The settings of an object.
   *
   * @param where names the source in messages
   * @throws InvalidException for keys that are not known and values of a wrong kind
   */
  public static Settings settings(JsonObject json, String where, VfsPath folder) {
    return new SettingsFile(key -> where).settings(json, Map.of(), folder);
  }

  private Settings settings(JsonObject json, Map<String, String> keys, VfsPath folder) {
    version(json);
    known(json, "", KEYS);
    String root = text(json, "root");
    String srctree = text(json, "srctree");
    String configuration = text(json, "configuration");
    return new Settings(
        folder,
        text(json, "dialect"),
        root == null ? null : folder.resolve(root),
        srctree == null ? null : folder.resolve(srctree),
        list(json, "", "arch"),
        map(json, "", "env"),
        map(json, "", "rules"),
        overrides(json),
        keys,
        configuration == null ? null : folder.resolve(configuration),
        flag(json, ALLOW_SHELL));
  }

  /** Asked first: a newer file may have keys that are not known yet. */
  private void version(JsonObject json) {
    JsonElement element = json.get("version");
    if (element == null || element.isJsonNull()) {
      return;
    }
    boolean number = element instanceof JsonPrimitive value && value.isNumber();
    if (!number || element.getAsDouble() < 1) {
      throw invalid("version", "'version' must be a number: " + VERSION);
    }
    if (element.getAsDouble() > VERSION) {
      throw invalid(
          "version",
          "these settings are of a newer version than " + VERSION + ": use a newer kconfig-ls");
    }
  }

  private void known(JsonObject json, String path, List<String> keys) {
    for (String key : json.keySet()) {
      if (!keys.contains(key)) {
        String hint = Nearest.hint(key, keys, "known are " + String.join(", ", keys));
        throw invalid(path + key, "unknown setting '" + key + "'" + hint);
      }
    }
  }

  private List<Settings.Override> overrides(JsonObject json) {
    JsonElement element = json.get("overrides");
    if (element == null || element.isJsonNull()) {
      return List.of();
    }
    if (!(element instanceof JsonArray array)) {
      throw invalid("overrides", "'overrides' must be a list of objects");
    }
    List<Settings.Override> overrides = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String path = "overrides[" + i + "]";
      if (!(array.get(i) instanceof JsonObject object)) {
        throw invalid(path, "'" + path + "' must be an object with 'files' and 'rules'");
      }
      known(object, path + ".", OVERRIDE_KEYS);
      List<String> files = list(object, path + ".", "files");
      if (files.isEmpty()) {
        throw invalid(path, "'" + path + "' names no 'files'");
      }
      overrides.add(new Settings.Override(files, map(object, path + ".", "rules")));
    }
    return List.copyOf(overrides);
  }

  private @Nullable String text(JsonObject json, String key) {
    JsonElement element = json.get(key);
    if (element == null || element.isJsonNull()) {
      return null;
    }
    if (!element.isJsonPrimitive()) {
      throw invalid(key, "'" + key + "' must be a text");
    }
    String text = element.getAsString();
    return text.isEmpty() ? null : text;
  }

  private boolean flag(JsonObject json, String key) {
    JsonElement element = json.get(key);
    if (element == null || element.isJsonNull()) {
      return false;
    }
    if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isBoolean()) {
      throw invalid(key, "'" + key + "' must be true or false");
    }
    return element.getAsBoolean();
  }

  private List<String> list(JsonObject json, String path, String key) {
    JsonElement element = json.get(key);
    if (element == null || element.isJsonNull()) {
      return List.of();
    }
    if (element.isJsonPrimitive()) {
      return List.of(element.getAsString());
    }
    List<String> names = new ArrayList<>();
    if (element instanceof JsonArray array) {
      array.asList().stream()
          .filter(JsonElement::isJsonPrimitive)
          .forEach(name -> names.add(name.getAsString()));
    }
    if (!(element instanceof JsonArray array) || names.size() < array.size()) {
      throw invalid(path + key, "'" + key + "' must be a list of texts");
    }
    return List.copyOf(names);
  }

  private Map<String, String> map(JsonObject json, String path, String key) {
    JsonElement element = json.get(key);
    if (element == null || element.isJsonNull()) {
      return Map.of();
    }
    if (!(element instanceof JsonObject object)) {
      throw invalid(path + key, "'" + key + "' must be an object of texts");
    }
    Map<String, String> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
      if (!entry.getValue().isJsonPrimitive()) {
        String name = key + "." + entry.getKey();
        throw invalid(path + name, "'" + name + "' must be a text");
      }
      map.put(entry.getKey(), entry.getValue().getAsString());
    }
    return map;
  }

  private InvalidException invalid(String key, String message) {
    return new InvalidException(places.apply(key) + ": " + message);
  }
}
