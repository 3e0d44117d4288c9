package kconfigls.lsp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import kconfigls.analysis.Snapshot;
import kconfigls.lsp.ActiveChoice.Active;
import kconfigls.lsp.ChosenEvaluations.Outcome;
import kconfigls.lsp.protocol.Status;
import kconfigls.model.ProjectModel;
import org.jspecify.annotations.Nullable;

/** What the server has and does, as it tells a client that has asked once. */
final class StatusBoard {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long EDIT_PAUSE_MILLIS = 250;

  private final Session session;
  private final Faults faults;
  private final ActiveChoice choice;
  private final ChosenEvaluations evaluations;
  private final Menus menus = new Menus();
  private final AtomicLong lastTold = new AtomicLong();
  private final AtomicLong configurationChanges = new AtomicLong();
  private final AtomicReference<@Nullable Status> told = new AtomicReference<>();
  private volatile boolean asked;
  private volatile boolean indexing = true;
  private volatile boolean ready;
  private volatile int files;

  StatusBoard(Session session, Faults faults) {
    this.session = session;
    this.faults = faults;
    this.choice = new ActiveChoice(session);
    this.evaluations = new ChosenEvaluations(this::changed, faults);
  }

  ActiveChoice choice() {
    return choice;
  }

  ChosenEvaluations evaluations() {
    return evaluations;
  }

  Menus menus() {
    return menus;
  }

  /** Whether the projects were read once: until then nothing can be said of them. */
  boolean isReady() {
    return ready;
  }

  void indexing() {
    indexing = true;
    changed();
  }

  /** So many files are read; told from time to time. */
  void loaded(int count) {
    files = count;
    long now = System.nanoTime();
    long before = lastTold.get();
    if (now - before > PAUSE_NANOS && lastTold.compareAndSet(before, now)) {
      changed();
    }
  }

  /** The projects are read, or others than before. */
  void loaded() {
    Snapshot snapshot = session.workspace().snapshot();
    files = snapshot.cells().size();
    indexing = false;
    ready = true;
    evaluations.forgetOthers(snapshot.models());
    menus.forgetOthers(snapshot.models());
    changed();
    prepare(snapshot);
  }

  /** A client with views asks for the menu next, and its first row takes as long as all of it. */
  private void prepare(Snapshot snapshot) {
    if (asked) {
      choice
          .active(snapshot)
          .ifPresent(active -> evaluations.later(() -> menus.of(active.project().model(snapshot))));
    }
  }

  /**
   * A configuration file has another text: after a pause without further edits the values are
   * computed again, so that a client with views is told of them.
   */
  void configurationChanged() {
    if (!asked || !ready) {
      return;
    }
    long ticket = configurationChanges.incrementAndGet();
    CompletableFuture.delayedExecutor(EDIT_PAUSE_MILLIS, TimeUnit.MILLISECONDS)
        .execute(
            faults.guard(
                "the values",
                () -> {
                  if (ticket == configurationChanges.get()) {
                    computeAgain(session.workspace().snapshot());
                  }
                }));
  }

  private void computeAgain(Snapshot snapshot) {
    choice
        .active(snapshot)
        .ifPresent(
            active -> {
              if (active.configuration() != null) {
                ProjectModel model = active.project().model(snapshot);
                evaluations.start(snapshot, model, active.configuration());
              }
            });
  }

  /** Tells the client what is new, if it has asked once. */
  void changed() {
    if (asked) {
      Status next = status();
      if (!next.equals(told.getAndSet(next))) {
        session.client().ifPresent(client -> client.statusChanged(next));
      }
    }
  }

  /** The status for a client, which is told of changes from now on. */
  Status answer() {
    if (!asked) {
      asked = true;
      if (ready) {
        prepare(session.workspace().snapshot());
      }
    }
    return status();
  }

  private Status status() {
    Snapshot snapshot = session.workspace().snapshot();
    List<Status.Project> projects =
        ActiveChoice.projects(snapshot).stream().map(this::shown).toList();
    Optional<Active> active = choice.active(snapshot);
    boolean chosen = active.isPresent() && active.get().configuration() != null;
    Optional<Outcome> outcome = active.flatMap(one -> outcome(snapshot, one));
    String failure = outcome.map(Outcome::failure).filter(why -> !why.isEmpty()).orElse(null);
    String state =
        !chosen ? "none" : outcome.isEmpty() ? "pending" : failure == null ? "ready" : "failed";
    return new Status(
        indexing,
        files,
        projects,
        active.map(one -> one.project().id()).orElse(null),
        active.map(one -> one.by().text()).orElse(null),
        chosen ? active.map(Active::configuration).map(session::uri).orElse(null) : null,
        chosen ? active.map(Active::configurationName).orElse(null) : null,
        state,
        failure,
        version(snapshot, active.orElse(null), outcome.orElse(null)));
  }

  private Status.Project shown(ActiveChoice.Project project) {
    return new Status.Project(
        project.id(),
        project.spec().name(),
        session.uri(project.spec().root()),
        project.spec().dialect().name());
  }

  private Optional<Outcome> outcome(Snapshot snapshot, Active active) {
    return active.configuration() == null || !ready
        ? Optional.empty()
        : evaluations.known(active.project().model(snapshot), active.configuration());
  }

  private String version(Snapshot snapshot, @Nullable Active active, @Nullable Outcome outcome) {
    if (active == null || !ready) {
      return "";
    }
    String configuration = String.valueOf(active.configuration());
    return mark(active.project().model(snapshot))
        + "-"
        + Integer.toHexString(configuration.hashCode())
        + "-"
        + (outcome == null ? "" : Integer.toHexString(System.identityHashCode(outcome)));
  }

  /** Tells one model from another while both are there. */
  static String mark(ProjectModel model) {
    return Integer.toHexString(System.identityHashCode(model));
  }

  void stop() {
    evaluations.stop();
  }
}
