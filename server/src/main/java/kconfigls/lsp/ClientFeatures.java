package kconfigls.lsp;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kconfigls.text.PositionEncoding;
import kconfigls.text.escape.Markup;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What the client can do.
 *
 * @param abilities what it says it can
 */
record ClientFeatures(
    PositionEncoding encoding, Markup.Style hover, Set<Can> abilities, Refreshes refreshes) {

  /** Something that a client may be able to do. */
  enum Can {
    TAKE_SNIPPETS,
    /** Completion items have a place beside their label. */
    SHOW_LABEL_DETAILS,
    /** Diagnostics may be published. */
    TAKE_PUBLISHED,
    SHOW_PROGRESS,
    ANSWER_CONFIGURATION,
    WATCH_FILES,
    /** Published diagnostics may name the version that they are of. */
    TAKE_VERSIONS,
    /** It takes actions, and not commands only. */
    TAKE_CODE_ACTIONS,
    /** It asks for an action's edit when the action is chosen. */
    RESOLVE_EDITS,
    /** Edits may name the version of their document. */
    TAKE_DOCUMENT_CHANGES,
    /** It can be asked later for more kinds of documents, and for features in them. */
    REGISTER_DOCUMENTS,
    /** It asks its user about edits that need it. */
    ANNOTATE_CHANGES
  }

  static final ClientFeatures LEAST =
      new ClientFeatures(
          PositionEncoding.UTF16,
          Markup.Style.PLAIN,
          EnumSet.of(Can.TAKE_PUBLISHED),
          Refreshes.NONE);

  ClientFeatures {
    abilities = Set.copyOf(abilities);
  }

  boolean can(Can ability) {
    return abilities.contains(ability);
  }

  static ClientFeatures of(@Nullable ClientCapabilities capabilities) {
    if (capabilities == null) {
      return LEAST;
    }
    TextDocumentClientCapabilities document = capabilities.getTextDocument();
    Set<Can> abilities = EnumSet.noneOf(Can.class);
    if (document == null) {
      abilities.add(Can.TAKE_PUBLISHED);
    } else {
      addOfDocuments(document, abilities);
    }
    WindowClientCapabilities window = capabilities.getWindow();
    if (window != null && is(window.getWorkDoneProgress())) {
      abilities.add(Can.SHOW_PROGRESS);
    }
    if (capabilities.getWorkspace() != null) {
      addOfWorkspace(capabilities.getWorkspace(), abilities);
    }
    return new ClientFeatures(
        encoding(capabilities.getGeneral()),
        markdown(document) ? Markup.Style.MARKDOWN : Markup.Style.PLAIN,
        abilities,
        Refreshes.of(capabilities));
  }

  private static boolean is(@Nullable Boolean said) {
    return Boolean.TRUE.equals(said);
  }

  private static void addOfDocuments(TextDocumentClientCapabilities document, Set<Can> abilities) {
    CompletionItemCapabilities item =
        document.getCompletion() == null ? null : document.getCompletion().getCompletionItem();
    add(abilities, Can.TAKE_SNIPPETS, item != null && is(item.getSnippetSupport()));
    add(abilities, Can.SHOW_LABEL_DETAILS, item != null && is(item.getLabelDetailsSupport()));
    PublishDiagnosticsCapabilities published = document.getPublishDiagnostics();
    add(abilities, Can.TAKE_PUBLISHED, published != null || document.getDiagnostic() == null);
    add(abilities, Can.TAKE_VERSIONS, published != null && is(published.getVersionSupport()));
    add(abilities, Can.TAKE_CODE_ACTIONS, codeActions(document));
    add(abilities, Can.RESOLVE_EDITS, resolvesEdits(document));
    add(abilities, Can.REGISTER_DOCUMENTS, registersDocuments(document));
  }

  private static void addOfWorkspace(WorkspaceClientCapabilities workspace, Set<Can> abilities) {
    add(abilities, Can.ANSWER_CONFIGURATION, is(workspace.getConfiguration()));
    DidChangeWatchedFilesCapabilities files = workspace.getDidChangeWatchedFiles();
    add(abilities, Can.WATCH_FILES, files != null && is(files.getDynamicRegistration()));
    WorkspaceEditCapabilities edit = workspace.getWorkspaceEdit();
    add(abilities, Can.TAKE_DOCUMENT_CHANGES, edit != null && is(edit.getDocumentChanges()));
    add(abilities, Can.ANNOTATE_CHANGES, edit != null && edit.getChangeAnnotationSupport() != null);
  }

  private static void add(Set<Can> abilities, Can ability, boolean said) {
    if (said) {
      abilities.add(ability);
    }
  }

  private static boolean registersDocuments(TextDocumentClientCapabilities document) {
    return Stream.of(
            document.getSynchronization(),
            document.getHover(),
            document.getDefinition(),
            document.getReferences(),
            document.getDocumentHighlight(),
            document.getCompletion())
        .allMatch(each -> each != null && is(each.getDynamicRegistration()));
  }

  private static boolean codeActions(TextDocumentClientCapabilities document) {
    return document.getCodeAction() != null
        && document.getCodeAction().getCodeActionLiteralSupport() != null;
  }

  private static boolean resolvesEdits(TextDocumentClientCapabilities document) {
    return codeActions(document)
        && is(document.getCodeAction().getDataSupport())
        && document.getCodeAction().getResolveSupport() != null
        && document.getCodeAction().getResolveSupport().getProperties().contains("edit");
  }

  private static PositionEncoding encoding(@Nullable GeneralClientCapabilities general) {
    List<String> offered =
        general == null || general.getPositionEncodings() == null
            ? List.of()
            : general.getPositionEncodings();
    for (String name : offered) {
      switch (name) {
        case "utf-8":
          return PositionEncoding.UTF8;
        case "utf-16":
          return PositionEncoding.UTF16;
        case "utf-32":
          return PositionEncoding.UTF32;
        default:
          break;
      }
    }
    return PositionEncoding.UTF16;
  }

  private static boolean markdown(@Nullable TextDocumentClientCapabilities document) {
    return document != null
        && document.getHover() != null
        && document.getHover().getContentFormat() != null
        && document.getHover().getContentFormat().contains("markdown");
  }

  /** The name of the encoding in the protocol. */
  String encodingName() {
    return switch (encoding) {
      case UTF8 -> "utf-8";
      case UTF16 -> "utf-16";
      case UTF32 -> "utf-32";
    };
  }
}
