package kconfigls.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.lsp.wire.ClientMessage;
import kconfigls.lsp.wire.ParamsCheck;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/**
 * Passes the client's messages on to the server. What is no message, comes at the wrong time or
 * lacks parameters is answered with the protocol's error instead, so that the server's methods only
 * ever see what their signatures promise.
 */
final class ClientMessages {
  private static final String INITIALIZE = "initialize";
  private static final String EXIT = "exit";

  private final Session session;
  private final Map<String, JsonRpcMethod> methods;
  private final MessageJsonHandler json;
  private final RemoteEndpoint endpoint;
  private final MessageConsumer answers;
  private final ParamsCheck check = new ParamsCheck();

  /** Parameters as their method takes them, or why it cannot. */
  private sealed interface Params {
    record Fit(@Nullable Object value) implements Params {}

    record Unfit(String reason) implements Params {}
  }

  /**
   * @param methods of the server, by name
   * @param json has the methods of both sides
   * @param endpoint calls the server, and knows what the client was asked
   * @param answers takes errors
   */
  ClientMessages(
      Session session,
      Map<String, JsonRpcMethod> methods,
      MessageJsonHandler json,
      RemoteEndpoint endpoint,
      MessageConsumer answers) {
    this.session = session;
    this.methods = Map.copyOf(methods);
    this.json = json;
    this.endpoint = endpoint;
    this.answers = answers;
  }

  /** Takes the content of one frame. Bytes that are not UTF-8 become U+FFFD. */
  void take(byte[] content) {
    JsonElement message;
    try {
      message = parse(content);
    } catch (IOException | JsonParseException e) {
      refuse(null, ResponseErrorCode.ParseError, "not JSON: " + line(e));
      return;
    }
    switch (ClientMessage.of(message)) {
      case ClientMessage.Request request -> take(request);
      case ClientMessage.Notification notification -> take(notification);
      case ClientMessage.Response response -> take(response);
      case ClientMessage.Invalid(var id, var code, var text) -> refuse(id, code, text);
    }
  }

  /** A message that cannot be read, because of its encoding. */
  void takeOther(String charset) {
    String text = "messages are in UTF-8, not in '" + charset + "'";
    refuse(null, ResponseErrorCode.ParseError, text);
  }

  private JsonElement parse(byte[] content) throws IOException {
    JsonReader reader =
        new JsonReader(
            new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8));
    JsonElement message = json.getGson().getAdapter(JsonElement.class).read(reader);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new JsonParseException("something stands behind the message");
    }
    return message;
  }

  private void take(ClientMessage.Request request) {
    String method = request.method();
    Optional<ResponseError> untimely = untimely(method);
    if (untimely.isPresent()) {
      answer(request.id(), untimely.get());
      return;
    }
    JsonRpcMethod known = methods.get(method);
    if (known == null || known.isNotification()) {
      refuse(request.id(), ResponseErrorCode.MethodNotFound, "no request '" + method + "'");
      return;
    }
    switch (params(known, request.params())) {
      case Params.Unfit(String reason) ->
          refuse(request.id(), ResponseErrorCode.InvalidParams, method + ": " + reason);
      case Params.Fit(Object value) -> {
        RequestMessage message = new RequestMessage();
        message.setJsonHandler(json);
        message.setRawId(request.id());
        message.setMethod(method);
        message.setParams(value);
        endpoint.consume(message);
      }
    }
  }

  /** Why a request cannot be carried out in this phase of the session. */
  private Optional<ResponseError> untimely(String method) {
    return switch (session.phase()) {
      case NEW ->
          method.equals(INITIALIZE)
              ? Optional.empty()
              : error(ResponseErrorCode.ServerNotInitialized, "'initialize' has to come first");
      case RUNNING ->
          method.equals(INITIALIZE)
              ? error(ResponseErrorCode.InvalidRequest, "the session is initialized already")
              : Optional.empty();
      case SHUT_DOWN -> error(ResponseErrorCode.InvalidRequest, "the session was shut down");
    };
  }

  private static Optional<ResponseError> error(ResponseErrorCode code, String message) {
    return Optional.of(new ResponseError(code, message, null));
  }

  private void take(ClientMessage.Notification notification) {
    String method = notification.method();
    JsonRpcMethod known =
        method.equals(MessageJsonHandler.CANCEL_METHOD.getMethodName())
            ? MessageJsonHandler.CANCEL_METHOD
            : methods.get(method);
    boolean now = session.phase() == Session.Phase.RUNNING || method.equals(EXIT);
    if (!now || known == null || !known.isNotification()) {
      return;
    }
    switch (params(known, notification.params())) {
      case Params.Unfit(String reason) -> session.log(method + " is ignored: " + reason);
      case Params.Fit(Object value) -> {
        NotificationMessage message = new NotificationMessage();
        message.setJsonHandler(json);
        message.setMethod(method);
        message.setParams(value);
        endpoint.consume(message);
      }
    }
  }

  /** JSON-RPC allows the only parameter in an array, too. */
  private Params params(JsonRpcMethod method, @Nullable JsonElement given) {
    Type[] types = method.getParameterTypes();
    if (types.length == 0) {
      return new Params.Fit(null);
    }
    JsonElement params =
        given instanceof JsonArray array && array.size() == 1 ? array.get(0) : given;
    if (params == null || params.isJsonNull()) {
      return new Params.Unfit("its parameters are missing");
    }
    Optional<String> problem = check.problem(types[0], params);
    if (problem.isPresent()) {
      return new Params.Unfit(problem.get());
    }
    try {
      return new Params.Fit(json.getGson().fromJson(params, types[0]));
    } catch (RuntimeException e) { // an adapter of the library may throw anything
      return new Params.Unfit(line(e));
    }
  }

  private void take(ClientMessage.Response response) {
    String id = String.valueOf(response.id().get());
    String method = endpoint.resolveMethod(id);
    if (method == null) {
      return;
    }
    ResponseMessage message = new ResponseMessage();
    message.setJsonHandler(json);
    message.setRawId(response.id());
    try {
      Gson gson = json.getGson();
      if (response.error() != null) {
        message.setError(gson.fromJson(response.error(), ResponseError.class));
      } else {
        message.setResult(result(gson, json.getJsonRpcMethod(method), response.result()));
      }
      endpoint.consume(message);
    } catch (RuntimeException e) {
      MessageIssue issue = new MessageIssue(line(e), ResponseErrorCode.InvalidParams.getValue(), e);
      endpoint.handle(message, List.of(issue));
    }
  }

  private static @Nullable Object result(
      Gson gson, JsonRpcMethod method, @Nullable JsonElement result) {
    Type type = method.getReturnType();
    return result == null || type == Void.class ? null : gson.fromJson(result, type);
  }

  private void refuse(@Nullable Either<String, Number> id, ResponseErrorCode code, String message) {
    answer(id, new ResponseError(code, message, null));
  }

  private void answer(@Nullable Either<String, Number> id, ResponseError error) {
    ResponseMessage message = new ResponseMessage();
    message.setJsonHandler(json);
    message.setRawId(id);
    message.setError(error);
    answers.consume(message);
  }

  /** What went wrong, in one line; without what Gson says of itself. */
  private static String line(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return text.isEmpty() ? cause.getClass().getSimpleName() : text;
  }
}
