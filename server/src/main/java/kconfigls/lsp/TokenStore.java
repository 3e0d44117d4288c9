package kconfigls.lsp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kconfigls.lsp.convert.Tokens;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * The semantic tokens that each open document was last told, so that the next time only changes go
 * out.
 */
final class TokenStore {
  private record Told(String id, List<Integer> data) {}

  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong();

  SemanticTokens full(String uri, List<Integer> data) {
    String id = Long.toString(lastId.incrementAndGet());
    told.put(uri, new Told(id, data));
    return new SemanticTokens(id, data);
  }

  /** The changes since an id, or everything if that is not what the document was last told. */
  Either<SemanticTokens, SemanticTokensDelta> since(String uri, String id, List<Integer> data) {
    Optional<Told> old = Optional.ofNullable(told.get(uri)).filter(last -> last.id().equals(id));
    SemanticTokens full = full(uri, data);
    return old.isPresent()
        ? Either.forRight(
            new SemanticTokensDelta(Tokens.edits(old.get().data(), data), full.getResultId()))
        : Either.forLeft(full);
  }

  void forget(String uri) {
    told.remove(uri);
  }
}
