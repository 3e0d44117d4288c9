package kconfigls.lsp;

import java.util.Optional;
import java.util.UUID;
import kconfigls.lsp.ClientFeatures.Can;
import kconfigls.lsp.protocol.KconfigClient;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The progress of long work, for clients that show it. */
final class Progress implements AutoCloseable {
  private final Optional<KconfigClient> client;
  private final Either<String, Integer> token = Either.forLeft(UUID.randomUUID().toString());

  private Progress(Optional<KconfigClient> client) {
    this.client = client;
  }

  static Progress begin(Session session, String title) {
    Progress progress =
        new Progress(
            session.features().can(Can.SHOW_PROGRESS) ? session.client() : Optional.empty());
    progress.client.ifPresent(
        to -> to.createProgress(new WorkDoneProgressCreateParams(progress.token)));
    WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
    begin.setTitle(title);
    progress.send(begin);
    return progress;
  }

  void report(String text) {
    WorkDoneProgressReport report = new WorkDoneProgressReport();
    report.setMessage(text);
    send(report);
  }

  @Override
  public void close() {
    send(new WorkDoneProgressEnd());
  }

  private void send(WorkDoneProgressNotification notification) {
    client.ifPresent(
        to -> to.notifyProgress(new ProgressParams(token, Either.forLeft(notification))));
  }
}
