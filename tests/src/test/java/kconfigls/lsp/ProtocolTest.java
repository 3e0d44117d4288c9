package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the protocol says about messages that are wrong, come at the wrong time or hold nonsense:
 * one answer each, and a server that goes on.
 */
final class ProtocolTest {
  private static final String HOVER =
      "'method':'textDocument/hover','params':{'textDocument':{'uri':'file:///no/Kconfig'},"
          + "'position':{'line':0,'character':0}}";

  /** A message, and the id and code of the answer. */
  private record Case(String message, String id, int code) {}

  @TempDir private Path folder;

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static void send(LspSession session, String message) throws Exception {
    session.frame(json(message).getBytes(StandardCharsets.UTF_8));
  }

  private static void check(LspSession session, List<Case> cases) throws Exception {
    for (Case each : cases) {
      send(session, each.message());
      JsonObject answer = session.nextAnswer();
      assertThat(answer.get("id").toString()).as(answer.toString()).isEqualTo(json(each.id()));
      JsonObject error = answer.getAsJsonObject("error");
      assertThat(error).as(each.message()).isNotNull();
      assertThat(error.get("code").getAsInt()).as(error.toString()).isEqualTo(each.code());
      assertThat(error.get("message").getAsString()).isNotEmpty().doesNotContain("\n");
    }
  }

  private LspSession running() throws Exception {
    LspSession session = new LspSession();
    Files.writeString(folder.resolve("Kconfig"), "config A\n\tbool \"The a\"\n");
    String start = "{'processId':null,'capabilities':{},'rootUri':'" + folder.toUri() + "'}";
    session.request("initialize", start);
    session.notify("initialized", "{}");
    return session;
  }

  private void assertAlive(LspSession session) throws Exception {
    assertThat(session.answer("textDocument/hover", document("Kconfig")).has("result")).isTrue();
  }

  private String document(String name) {
    return "{'textDocument':{'uri':'"
        + folder.resolve(name).toUri()
        + "'},'position':{'line':0,'character':0}}";
  }

  @Test
  void nothingButInitializeBeforeTheStart() throws Exception {
    try (LspSession session = new LspSession()) {
      check(
          session,
          List.of(
              new Case("{'jsonrpc':'2.0','id':1," + HOVER + "}", "1", -32002),
              new Case("{'jsonrpc':'2.0','id':'a','method':'shutdown'}", "'a'", -32002),
              new Case("{'jsonrpc':'2.0','id':2,'method':'no/such'}", "2", -32002),
              new Case("{'jsonrpc':'2.0','id':3,'method':'initialize'}", "3", -32602),
              new Case("{'id':4,'method':'initialize','params':{}}", "4", -32602),
              new Case(
                  "{'id':5,'method':'initialize','params':{'capabilities':null}}", "5", -32602),
              new Case("{'id':6,'method':'initialize','params':{'capabilities':7}}", "6", -32602)));
      session.notify(
          "textDocument/didOpen",
          "{'textDocument':{'uri':'file:///x','languageId':'kconfig','version':1,'text':''}}");
      session.request("initialize", "{'processId':null,'capabilities':{}}");
      check(
          session,
          List.of(
              new Case(
                  "{'id':8,'method':'initialize','params':{'capabilities':{}}}", "8", -32600)));
      assertAlive(session);
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void exitBeforeTheStartIsAllowed() throws Exception {
    try (LspSession session = new LspSession()) {
      session.notify("exit", "null");
      assertThat(session.exitStatus()).isEqualTo(1);
    }
  }

  @Test
  void nothingButExitAfterTheShutdown() throws Exception {
    try (LspSession session = running()) {
      session.request("shutdown", "null");
      check(
          session,
          List.of(
              new Case("{'id':1," + HOVER + "}", "1", -32600),
              new Case("{'id':2,'method':'shutdown'}", "2", -32600),
              new Case(
                  "{'id':3,'method':'initialize','params':{'capabilities':{}}}", "3", -32600)));
      session.notify("exit", "null");
      assertThat(session.exitStatus()).isZero();
    }
  }

  static Stream<Case> wrong() {
    String hover = "'method':'textDocument/hover'";
    return Stream.of(
        new Case("{", "null", -32700),
        new Case("", "null", -32700),
        new Case("hello", "null", -32700),
        new Case("\0\0\0", "null", -32700),
        new Case("{'id':1," + HOVER + "} {}", "null", -32700),
        new Case("{'id':1,'x':" + "9".repeat(100_000) + "}", "null", -32700),
        new Case("[".repeat(100_000), "null", -32700),
        new Case("{'id':1,'x':" + "[".repeat(100_000) + "]".repeat(100_000) + "}", "null", -32700),
        new Case("[]", "null", -32600),
        new Case("[{'id':1," + HOVER + "},{'id':2," + HOVER + "}]", "null", -32600),
        new Case("null", "null", -32600),
        new Case("17", "null", -32600),
        new Case("'x'", "null", -32600),
        new Case("{'jsonrpc':'2.0'}", "null", -32600),
        new Case("{'id':7,'params':{}}", "7", -32600),
        new Case("{'id':7,'method':17}", "7", -32600),
        new Case("{'id':null," + HOVER + "}", "null", -32600),
        new Case("{'id':1.5," + HOVER + "}", "null", -32600),
        new Case("{'id':1e999999999," + HOVER + "}", "null", -32600),
        new Case("{'id':[1]," + HOVER + "}", "null", -32600),
        new Case("{'id':true," + HOVER + "}", "null", -32600),
        new Case("{'id':'a','method':'no/such'}", "'a'", -32601),
        new Case("{'id':7,'method':'$/no'}", "7", -32601),
        new Case("{'id':7,'method':'textDocument/didSave'}", "7", -32601),
        new Case("{'id':7,'method':'workspace/configuration'}", "7", -32601),
        new Case("{'id':7," + HOVER.replace("hover", "typeDefinition") + "}", "7", -32601),
        new Case("{'id':9007199254740993," + hover + "}", "9007199254740993", -32602),
        new Case("{'id':7," + hover + ",'params':null}", "7", -32602),
        new Case("{'id':7," + hover + ",'params':[]}", "7", -32602),
        new Case("{'id':7," + hover + ",'params':17}", "7", -32602),
        new Case("{'id':7," + hover + ",'params':{}}", "7", -32602),
        new Case("{'id':7,'params':{'textDocument':17}," + hover + "}", "7", -32602),
        new Case(
            "{'id':7," + hover + ",'params':{'textDocument':{'uri':'x'},'position':{'line':0}}}",
            "7",
            -32602),
        new Case("{'id':7," + HOVER.replace("'line':0", "'line':'0'") + "}", "7", -32602),
        new Case("{'id':7," + HOVER.replace("'line':0", "'line':1e99") + "}", "7", -32602),
        new Case("{'id':7," + HOVER.replace("'line':0", "'line':0.5") + "}", "7", -32602),
        new Case("{'id':7,'method':'kconfig/menu'}", "7", -32602),
        new Case("{'id':7,'method':'kconfig/menu','params':{'node':{}}}", "7", -32602));
  }

  @Test
  void aWrongMessageHasItsErrorAndTheNextItsAnswer() throws Exception {
    try (LspSession session = running()) {
      for (Case each : wrong().toList()) {
        check(session, List.of(each));
        assertAlive(session);
      }
      assertThat(session.errors()).isEmpty();
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void theErrorNamesTheMethodAndWhatIsMissing() throws Exception {
    try (LspSession session = running()) {
      String params = "{'textDocument':{},'position':{'line':0,'character':0}}";
      JsonObject error = session.answer("textDocument/hover", params).getAsJsonObject("error");
      assertThat(error.get("message").getAsString())
          .isEqualTo("textDocument/hover: textDocument.uri is missing");
    }
  }

  /**
   * More than the library's reader holds in its buffer: what was left of it was read as headers.
   */
  @ParameterizedTest
  @ValueSource(ints = {10, 10_000, 100_000, 1_000_000})
  void aWrongMessageOfAnySizeLeavesTheNextAlone(int size) throws Exception {
    try (LspSession session = running()) {
      String text = "x\\n{\\r\\n\\r\\n".repeat(size / 10 + 1);
      for (String params : List.of("[1,2,'" + text + "']", "{'textDocument':['" + text + "']}")) {
        check(
            session,
            List.of(
                new Case("{'id':1,'params':" + params + ",'method':'kconfig/menu'", "null", -32700),
                new Case(
                    "{'id':2,'method':'textDocument/hover','params':" + params + "}", "2", -32602),
                new Case("{'id':{'x':'" + text + "'}," + HOVER + "}", "null", -32600)));
        assertAlive(session);
      }
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void whatNeedsNoAnswerHasNone() throws Exception {
    try (LspSession session = running()) {
      for (String message :
          List.of(
              "{'method':'no/such','params':{}}",
              "{'method':'$/no','params':7}",
              "{'method':'textDocument/hover','params':{}}",
              "{'method':'textDocument/didOpen','params':17}",
              "{'method':'textDocument/didChange'}",
              "{'method':'textDocument/willSave','params':{}}",
              "{'method':'workspace/didCreateFiles','params':{'files':[]}}",
              "{'method':'workspace/didChangeConfiguration','params':{'settings':null}}",
              "{'method':'$/cancelRequest','params':{'id':12345}}",
              "{'method':'$/cancelRequest','params':{'id':'x'}}",
              "{'method':'$/cancelRequest','params':{'id':null}}",
              "{'method':'$/cancelRequest'}",
              "{'id':12345,'result':{'a':[1]}}",
              "{'id':'x','error':{'code':1,'message':'x'}}",
              "{'id':null,'error':{'code':-32700,'message':'x'}}",
              "{'id':'12345'}")) {
        send(session, message);
      }
      JsonObject answer = session.answer("textDocument/hover", document("Kconfig"));
      assertThat(answer.has("result")).isTrue();
      assertThat(session.unreadAnswers()).isEmpty();
      assertThat(session.errors()).isEmpty();
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void anIgnoredNotificationIsLogged() throws Exception {
    try (LspSession session = running()) {
      send(session, "{'method':'textDocument/didOpen','params':{'textDocument':{}}}");
      JsonObject log = session.await("log", m -> m.toString().contains("window/logMessage"));
      assertThat(log.getAsJsonObject("params").get("message").getAsString())
          .startsWith("textDocument/didOpen is ignored: textDocument.")
          .endsWith(" is missing");
    }
  }

  @Test
  void headersMayBeWrittenInManyWays() throws Exception {
    try (LspSession session = running()) {
      byte[] body = json("{'id':1," + HOVER + "}").getBytes(StandardCharsets.UTF_8);
      for (String header :
          List.of(
              "content-length: %d\r\n\r\n",
              "CONTENT-LENGTH:%d\n\n",
              "\r\n\r\nContent-Length: %d\r\n\r\n",
              "Content-Type: application/vscode-jsonrpc; charset=utf8\r\n"
                  + "Content-Length:  %d \r\n\r\n",
              "X-Other: a:b\r\nContent-Length: %d\r\nContent-Type: x; charset=\"UTF-8\"\r\n\r\n")) {
        session.raw(header.formatted(body.length).getBytes(StandardCharsets.US_ASCII));
        session.raw(body);
        assertThat(session.nextAnswer().has("result")).as(header).isTrue();
      }
      String other = "Content-Type: x; charset=utf-16\r\nContent-Length: 5\r\n\r\n\0{\0}\n";
      session.raw(other.getBytes(StandardCharsets.US_ASCII));
      assertThat(session.nextAnswer().toString()).contains("-32700", "utf-16", "\"id\":null");
      session.frame(new byte[] {'{', '"', (byte) 0xff, '"', ':', '"', (byte) 0xc3, '"', '}'});
      assertThat(session.nextAnswer().toString()).contains("-32600", "\"id\":null");
      assertThat(session.end()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1\r\n\r\n{}",
        "Content-Length: x\r\n\r\n{}",
        "Content-Length:\r\n\r\n{}",
        "Content-Length: 2147483647\r\n\r\n{}",
        "Content-Length: 99999999999999999999\r\n\r\n{}",
        "Content-Type: x\r\n\r\n{}",
        "hello\r\nContent-Length: 2\r\n\r\n{}",
        "Content-Length: 1\r\n\r\n{}\r\nContent-Length: 2\r\n\r\n{}",
        "\u001b[31m\r\n"
      })
  void whereTheNextMessageBeginsIsNotGuessed(String bytes) throws Exception {
    try (LspSession session = running()) {
      session.raw(bytes.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(session.broken()).get().asString().doesNotContain("\u001b", "\n");
    }
  }

  @Test
  void aHeaderWithoutEndIsNotKept() throws Exception {
    try (LspSession session = running()) {
      session.raw("a: b, ".repeat(1_000).getBytes(StandardCharsets.US_ASCII));
      assertThat(session.broken()).isPresent();
    }
  }

  @Test
  void halfAMessageIsTheEndOfTheStream() throws Exception {
    LspSession session = running();
    session.raw("Content-Length: 100\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
    session.close();
    assertThat(session.broken()).isEmpty();
  }
}
