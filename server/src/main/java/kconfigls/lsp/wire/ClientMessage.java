package kconfigls.lsp.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** A message of the client, as JSON-RPC tells them apart. */
public sealed interface ClientMessage {
  /**
   * @param params null if there are none
   */
  record Request(Either<String, Number> id, String method, @Nullable JsonElement params)
      implements ClientMessage {}

  /**
   * @param params null if there are none
   */
  record Notification(String method, @Nullable JsonElement params) implements ClientMessage {}

  /**
   * @param result null if there is none
   * @param error null if there is none
   */
  record Response(
      Either<String, Number> id, @Nullable JsonElement result, @Nullable JsonElement error)
      implements ClientMessage {}

  /**
   * What is none of these.
   *
   * @param id null if it has none that can be answered to
   * @param message one line
   */
  record Invalid(@Nullable Either<String, Number> id, ResponseErrorCode code, String message)
      implements ClientMessage {}

  /** The kind of a message. */
  static ClientMessage of(JsonElement json) {
    if (json.isJsonArray()) {
      return invalid(null, "the protocol has no batches of messages");
    }
    if (!(json instanceof JsonObject object)) {
      return invalid(null, "a message is an object");
    }
    JsonElement given = object.get("id");
    Either<String, Number> id = given == null ? null : id(given);
    JsonElement method = object.get("method");
    if (method == null) {
      return withoutMethod(id, object);
    }
    if (!(method instanceof JsonPrimitive name && name.isString())) {
      return invalid(id, "'method' is not a string");
    }
    JsonElement params = present(object.get("params"));
    if (given == null) {
      return new Notification(name.getAsString(), params);
    }
    return id == null
        ? invalid(null, "'id' is neither a string nor an integer")
        : new Request(id, name.getAsString(), params);
  }

  private static ClientMessage withoutMethod(
      @Nullable Either<String, Number> id, JsonObject object) {
    if (object.has("params") || !object.has("id")) {
      return invalid(id, "'method' is missing");
    }
    // an answer with the id null is about a message of ours that the client could not read
    return id == null
        ? new Response(Either.forLeft(""), null, present(object.get("error")))
        : new Response(id, present(object.get("result")), present(object.get("error")));
  }

  private static Invalid invalid(@Nullable Either<String, Number> id, String message) {
    return new Invalid(id, ResponseErrorCode.InvalidRequest, message);
  }

  private static @Nullable JsonElement present(@Nullable JsonElement json) {
    return json == null || json == JsonNull.INSTANCE ? null : json;
  }

  /** The id that is written back; null for one that the protocol does not allow. */
  private static @Nullable Either<String, Number> id(JsonElement id) {
    if (!(id instanceof JsonPrimitive value) || value.isBoolean()) {
      return null;
    }
    if (value.isString()) {
      return Either.forLeft(value.getAsString());
    }
    try {
      return Either.forRight(new BigDecimal(value.getAsString()).longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }
}
