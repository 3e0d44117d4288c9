package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.Test;

/** What fails in the server loses its answer, is told once, and ends the server only if it must. */
final class FaultsTest {
  private final List<String> errors = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();

  private Faults faults(double freeMemory) {
    return new Faults(new Session(), new Host("test", ends::add, errors::add), () -> freeMemory);
  }

  @Test
  void aFaultIsToldOnce() {
    Faults faults = faults(1);
    IllegalStateException fault = new IllegalStateException("x\ny");
    faults
        .guard(
            "the check",
            () -> {
              throw fault;
            })
        .run();
    faults
        .guard(
            "the check",
            () -> {
              throw fault;
            })
        .run();
    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst())
        .startsWith("the check failed: internal error: ")
        .doesNotContain("\n");
    assertThat(ends).isEmpty();
    faults.report("another check", new IllegalStateException("z"));
    assertThat(errors).hasSize(2);
  }

  @Test
  void memoryThatIsFreeAgainIsEnoughToGoOn() {
    faults(0.5).report("a request", new OutOfMemoryError());
    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst()).startsWith("a request failed: ").endsWith("are not enough");
    assertThat(ends).isEmpty();
  }

  @Test
  void theServerEndsWhereItCouldOnlyFailAgain() {
    faults(0.05).report("a request", new OutOfMemoryError());
    assertThat(ends).containsExactly(3);
    faults(1).report("a request", new NoClassDefFoundError("x"));
    assertThat(ends).containsExactly(3, 3);
    faults(1).report("a request", new StackOverflowError());
    assertThat(ends).hasSize(2);
  }

  @Test
  void whatAMethodThrowsEndsInItsAnswer() {
    Endpoint overflowing =
        new Endpoint() {
          @Override
          public CompletableFuture<?> request(String method, Object parameter) {
            throw method.equals("a/b")
                ? new UnsupportedOperationException()
                : new IllegalStateException();
          }

          @Override
          public void notify(String method, Object parameter) {
            throw new StackOverflowError();
          }
        };
    GuardedEndpoint guarded = new GuardedEndpoint(overflowing, faults(1));
    assertThatThrownBy(() -> guarded.request("a/b", "").get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ResponseErrorException.class)
        .hasMessageContaining("no request 'a/b'");
    assertThatThrownBy(() -> guarded.request("c/d", "").get())
        .hasCauseInstanceOf(IllegalStateException.class);
    guarded.notify("textDocument/didOpen", "");
    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst()).startsWith("textDocument/didOpen failed: ");
  }
}
