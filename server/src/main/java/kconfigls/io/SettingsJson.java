package kconfigls.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.io.SettingsFile.InvalidException;
import kconfigls.vfs.VfsPath;

/** JSON with comments, and where its keys stand. */
final class SettingsJson {
  private static final int MAX_BYTES = 1 << 20;
  private static final Pattern AT = Pattern.compile(" at line (\\d+) column (\\d+)");

  private final VfsPath file;
  private final JsonReader reader;
  private final Map<String, String> places = new HashMap<>();

  private SettingsJson(VfsPath file, JsonReader reader) {
    this.file = file;
    this.reader = reader;
  }

  /**
   * An object and the places of its keys.
   *
   * @param places by path, such as {@code overrides[0].rules}: {@code FILE:LINE:COLUMN}
   */
  record Located(JsonObject object, Map<String, String> places) {}

  /**
   * Reads a file.
   *
   * @throws InvalidException with one line that says where it is not understood
   */
  static Located read(VfsPath file) {
    try (JsonReader reader = new JsonReader(new StringReader(text(file)))) {
      reader.setStrictness(Strictness.LENIENT);
      return read(file, reader);
    } catch (MalformedJsonException | NumberFormatException e) {
      throw new InvalidException(broken(file, String.valueOf(e.getMessage())));
    } catch (CharacterCodingException e) {
      throw new InvalidException(file + ": the settings are not UTF-8");
    } catch (IOException e) {
      throw new InvalidException(file + " cannot be read: " + e.getMessage());
    }
  }

  private static String text(VfsPath file) throws CharacterCodingException {
    return switch (RegularFiles.read(Path.of(file.text()), MAX_BYTES)) {
      case RegularFiles.Content.Bytes bytes -> bytes.utf8();
      case RegularFiles.Content.Absent absent -> throw new InvalidException(file + " is gone");
      case RegularFiles.Content.Folder folder ->
          throw new InvalidException(file + " cannot be read: it is a folder");
      case RegularFiles.Content.Unreadable(String reason) ->
          throw new InvalidException(file + " cannot be read: " + reason);
    };
  }

  private static Located read(VfsPath file, JsonReader reader) throws IOException {
    try {
      return new SettingsJson(file, reader).read();
    } catch (EOFException e) {
      String end = file + place(reader.toString());
      throw new InvalidException(end + ": the settings end too early: a bracket is not closed");
    }
  }

  private static String broken(VfsPath file, String message) {
    return file + place(message) + ": this is no JSON";
  }

  /** The place that the reader tells of in a text, before a colon each; empty for none. */
  private static String place(String text) {
    Matcher at = AT.matcher(text);
    return at.find() ? ":" + at.group(1) + ":" + at.group(2) : "";
  }

  private Located read() throws IOException {
    if (isEmpty() || reader.peek() != JsonToken.BEGIN_OBJECT) {
      throw new InvalidException(here() + ": the settings must be an object");
    }
    JsonObject object = object("");
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new InvalidException(here() + ": nothing may follow the settings");
    }
    return new Located(object, places);
  }

  private boolean isEmpty() throws IOException {
    try {
      return reader.peek() == JsonToken.END_DOCUMENT;
    } catch (EOFException e) {
      throw new InvalidException(file + ":1:1: the settings must be an object");
    }
  }

  private JsonElement value(String path) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(path);
      case BEGIN_ARRAY -> array(path);
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> new JsonPrimitive(reader.nextDouble());
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      case NAME, END_ARRAY, END_OBJECT, END_DOCUMENT ->
          throw new InvalidException(here() + ": a value is missing");
    };
  }

  private JsonObject object(String path) throws IOException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String at = here();
      String key = reader.nextName();
      String inner = path.isEmpty() ? key : path + "." + key;
      places.put(inner, at);
      if (object.has(key)) {
        throw new InvalidException(at + ": '" + key + "' stands here twice");
      }
      object.add(key, value(inner));
    }
    reader.endObject();
    return object;
  }

  private JsonArray array(String path) throws IOException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      String inner = path + "[" + array.size() + "]";
      places.put(inner, here());
      array.add(value(inner));
    }
    reader.endArray();
    return array;
  }

  /** Where the next token begins: the reader tells in its text where it has read up to. */
  private String here() throws IOException {
    boolean opened =
        switch (reader.peek()) {
          case BEGIN_OBJECT, BEGIN_ARRAY, STRING, NAME -> true; // its first character is read
          case NUMBER, BOOLEAN, NULL, END_ARRAY, END_OBJECT, END_DOCUMENT -> false;
        };
    Matcher at = AT.matcher(reader.toString());
    if (!at.find()) {
      return file.text();
    }
    int column = Integer.parseInt(at.group(2)) - (opened ? 1 : 0);
    return file + ":" + at.group(1) + ":" + column;
  }
}
