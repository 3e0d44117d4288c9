package kconfigls.lsp.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.validation.NonNull;

/**
 * Finds what parameters lack: the fields of a type of the protocol that must be there are those of
 * a primitive type, and those that LSP4J marks. What a client says of its own abilities is left
 * alone: an ability that is described badly is one that it does not have.
 */
public final class ParamsCheck {
  /** What one field of a type must be. */
  private record Property(String name, Type type, boolean isRequired) {}

  private static final String TYPES = "org.eclipse.lsp4j.";

  private final Map<Class<?>, List<Property>> known = new ConcurrentHashMap<>();

  /**
   * The first thing that is wrong, for instance {@code textDocument.uri is missing}; empty if the
   * parameters have all that their type needs.
   */
  public Optional<String> problem(Type type, JsonElement params) {
    return problem("", type, params);
  }

  private Optional<String> problem(String path, Type type, JsonElement json) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class
          ? ofList(path, generic.getActualTypeArguments()[0], json)
          : Optional.empty();
    }
    if (!(type instanceof Class<?> plain)) {
      return Optional.empty();
    }
    if (isScalar(plain)) {
      return fits(plain, json) ? Optional.empty() : Optional.of(path + " is not " + name(plain));
    }
    if (!plain.getName().startsWith(TYPES) || plain.isEnum() || plain.getSuperclass() == null) {
      return Optional.empty();
    }
    if (!(json instanceof JsonObject object)) {
      return Optional.of((path.isEmpty() ? "what it is given" : path) + " is not an object");
    }
    return plain == ClientCapabilities.class || Map.class.isAssignableFrom(plain)
        ? Optional.empty()
        : ofObject(path, plain, object);
  }

  private Optional<String> ofObject(String path, Class<?> type, JsonObject object) {
    for (Property property : known.computeIfAbsent(type, ParamsCheck::properties)) {
      String inner = path.isEmpty() ? property.name() : path + "." + property.name();
      JsonElement value = object.get(property.name());
      boolean absent = value == null || value.isJsonNull();
      if (absent && property.isRequired()) {
        return Optional.of(inner + " is missing");
      }
      Optional<String> problem = absent ? Optional.empty() : problem(inner, property.type(), value);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> ofList(String path, Type element, JsonElement json) {
    if (!json.isJsonArray()) {
      return Optional.of(path + " is not an array");
    }
    for (int i = 0; i < json.getAsJsonArray().size(); i++) {
      String inner = path + "[" + i + "]";
      Optional<String> problem = problem(inner, element, json.getAsJsonArray().get(i));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static List<Property> properties(Class<?> type) {
    List<Property> properties = new ArrayList<>();
    for (Class<?> each = type; each != Object.class && each != null; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          properties.add(new Property(field.getName(), field.getGenericType(), isRequired(field)));
        }
      }
    }
    return properties;
  }

  /** A field for any value may be null, too, as the protocol says. */
  private static boolean isRequired(Field field) {
    return field.getType().isPrimitive()
        || (field.isAnnotationPresent(NonNull.class) && field.getType() != Object.class);
  }

  private static boolean isScalar(Class<?> type) {
    return type.isPrimitive()
        || type == String.class
        || type == Boolean.class
        || Number.class.isAssignableFrom(type);
  }

  private static boolean fits(Class<?> type, JsonElement json) {
    if (!(json instanceof JsonPrimitive value)) {
      return false;
    }
    if (type == String.class) {
      return value.isString();
    }
    return isBoolean(type)
        ? value.isBoolean()
        : value.isNumber() && (!isInteger(type) || isInteger(value));
  }

  private static boolean isBoolean(Class<?> type) {
    return type == Boolean.class || type == boolean.class;
  }

  private static boolean isInteger(Class<?> type) {
    return type == Integer.class || type == int.class;
  }

  private static boolean isInteger(JsonPrimitive number) {
    try {
      return number.getAsBigDecimal().intValueExact() == number.getAsInt();
    } catch (ArithmeticException | NumberFormatException e) {
      return false;
    }
  }

  private static String name(Class<?> type) {
    if (type == String.class) {
      return "a string";
    }
    if (isBoolean(type)) {
      return "true or false";
    }
    return isInteger(type) ? "an integer" : "a number";
  }
}
