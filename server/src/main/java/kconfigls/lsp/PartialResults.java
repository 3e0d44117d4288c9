package kconfigls.lsp;

import java.util.List;
import org.eclipse.lsp4j.PartialResultParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Sends long answers in parts to a client that asked for that. */
final class PartialResults {
  private static final int PART = 500;

  private PartialResults() {}

  /** What is left to answer: all, or nothing if it was sent in parts. */
  static <T> List<T> answer(Session session, PartialResultParams params, List<T> all) {
    Either<String, Integer> token = params.getPartialResultToken();
    if (token == null || session.client().isEmpty()) {
      return all;
    }
    for (int from = 0; from < all.size(); from += PART) {
      List<T> part = List.copyOf(all.subList(from, Math.min(all.size(), from + PART)));
      ProgressParams progress = new ProgressParams(token, Either.forRight(part));
      session.client().get().notifyProgress(progress);
    }
    return List.of();
  }
}
