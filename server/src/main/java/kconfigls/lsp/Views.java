package kconfigls.lsp;

import java.util.List;
import java.util.Optional;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Snapshot;
import kconfigls.ide.support.ChosenValues;
import kconfigls.ide.views.MenuRows;
import kconfigls.ide.views.MenuTree;
import kconfigls.lsp.ActiveChoice.Active;
import kconfigls.lsp.ActiveChoice.Project;
import kconfigls.lsp.convert.ToLsp;
import kconfigls.lsp.convert.Uris;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.text.escape.Notification;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** What the requests beyond the protocol look at: a project of a snapshot with its values. */
final class Views {
  /** How long a request waits for values that are still computed, before it answers without. */
  private static final long PATIENCE_MILLIS = 300;

  private final Session session;
  private final StatusBoard status;

  Views(Session session, StatusBoard status) {
    this.session = session;
    this.status = status;
  }

  /**
   * A project as a request sees it.
   *
   * @param active what counts, whether the project is that one or not
   */
  record InProject(Snapshot snapshot, Project project, Active active, ToLsp toLsp) {
    ProjectModel model() {
      return project.model(snapshot);
    }

    Semantics semantics() {
      return new Semantics(snapshot);
    }

    String id() {
      return project.id();
    }

    /** A symbol by its name, with or without the prefix. */
    Symbol symbol(@Nullable String name) {
      if (name == null || name.isEmpty()) {
        throw refused("no symbol is named");
      }
      String prefix = project.spec().dialect().prefix();
      Symbol symbol = model().symbol(name);
      if (symbol == null && name.startsWith(prefix)) {
        symbol = model().symbol(name.substring(prefix.length()));
      }
      if (symbol == null) {
        throw refused("no symbol '" + name + "' in " + project.id());
      }
      return symbol;
    }
  }

  /** The project of an id, or the active one. */
  InProject in(@Nullable String id) {
    Snapshot snapshot = session.workspace().snapshot();
    if (!status.isReady()) {
      throw failed("the projects are still being read");
    }
    Active active =
        status.choice().active(snapshot).orElseThrow(() -> failed("there is no Kconfig project"));
    Project project =
        id == null
            ? active.project()
            : ActiveChoice.project(snapshot, id)
                .orElseThrow(() -> refused("no project '" + id + "'"));
    ToLsp toLsp = session.toLsp(snapshot);
    return new InProject(snapshot, project, active, toLsp);
  }

  /** The values of the active project; empty for another, without a configuration, or too early. */
  Optional<ChosenValues> values(InProject in) {
    return in.project().equals(in.active().project())
        ? values(in.snapshot(), in.active())
        : Optional.empty();
  }

  /** The values that a hover shows. */
  Optional<ChosenValues> values(Snapshot snapshot) {
    return status.isReady()
        ? status.choice().active(snapshot).flatMap(active -> values(snapshot, active))
        : Optional.empty();
  }

  private Optional<ChosenValues> values(Snapshot snapshot, Active active) {
    VfsPath configuration = active.configuration();
    if (configuration == null) {
      return Optional.empty();
    }
    ProjectModel model = active.project().model(snapshot);
    return status
        .evaluations()
        .get(snapshot, model, configuration, PATIENCE_MILLIS)
        .flatMap(outcome -> Optional.ofNullable(outcome.evaluation()))
        .map(evaluation -> new ChosenValues(model, active.configurationName(), evaluation));
  }

  MenuTree menu(InProject in) {
    return status.menus().of(in.model());
  }

  MenuRows rows(InProject in) {
    return new MenuRows(in.semantics(), menu(in), values(in));
  }

  /** The entry that a row named. */
  MenuTree.Entry entry(InProject in, String node) {
    List<String> parts = List.of(node.split("\\.", 2));
    if (parts.size() < 2 || !parts.get(1).matches("[0-9]{1,9}")) {
      throw refused("no menu entry '" + node + "'");
    }
    if (!parts.getFirst().equals(StatusBoard.mark(in.model()))) {
      throw error(ResponseErrorCode.ContentModified, "the menu has changed");
    }
    return menu(in)
        .entry(Integer.parseInt(parts.get(1)))
        .orElseThrow(() -> refused("no menu entry '" + node + "'"));
  }

  /** The file that a URI or a path names, a path as seen from the first folder. */
  VfsPath file(String uriOrPath) {
    if (uriOrPath.startsWith("file:")) {
      return Uris.path(uriOrPath);
    }
    VfsPath folder = session.folders().isEmpty() ? VfsPath.of("/") : session.folders().getFirst();
    return folder.resolve(uriOrPath);
  }

  /** A request that names something that is not there. */
  static ResponseErrorException refused(String why) {
    return error(ResponseErrorCode.InvalidParams, why);
  }

  /** A request that cannot be carried out now. */
  static ResponseErrorException failed(String why) {
    return error(ResponseErrorCode.RequestFailed, why);
  }

  private static ResponseErrorException error(ResponseErrorCode code, String why) {
    return new ResponseErrorException(new ResponseError(code, Notification.of(why), null));
  }
}
