package kconfigls.lsp.convert;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import kconfigls.ide.Completion;
import kconfigls.text.escape.Printable;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemLabelDetails;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Makes completion items of the protocol; their documentation comes when it is asked for. */
public final class CompletionItems {
  private final Range replace;
  private final Completion completion;
  private final String uri;
  private final Form form;

  /**
   * What the client takes.
   *
   * @param labelDetails whether it shows something beside the label, where a long detail would
   *     leave no room for the label itself
   */
  public record Form(boolean snippets, boolean labelDetails) {}

  CompletionItems(Range replace, Completion completion, String uri, Form form) {
    this.replace = replace;
    this.completion = completion;
    this.uri = uri;
    this.form = form;
  }

  public CompletionList list() {
    List<CompletionItem> items = new ArrayList<>(completion.items().size());
    completion.items().forEach(item -> items.add(item(item)));
    return new CompletionList(completion.incomplete(), items);
  }

  private CompletionItem item(Completion.Item item) {
    CompletionItem out = new CompletionItem(Printable.line(item.label()));
    out.setKind(kind(item.kind()));
    out.setDetail(Printable.line(item.detail()));
    if (form.labelDetails()) {
      CompletionItemLabelDetails beside = new CompletionItemLabelDetails();
      beside.setDescription(Printable.line(item.brief()));
      out.setLabelDetails(beside);
    }
    out.setSortText(item.rank() + item.label());
    boolean snippet = form.snippets() && !item.snippet().equals(item.label());
    out.setInsertTextFormat(snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
    String text = form.snippets() ? item.snippet() : plain(item.snippet());
    out.setTextEdit(Either.forLeft(new TextEdit(replace, text)));
    if (item.kind() == Completion.Kind.SYMBOL) {
      JsonObject data = new JsonObject();
      data.addProperty("symbol", item.label());
      data.addProperty("uri", uri);
      out.setData(data);
    }
    return out;
  }

  /** A snippet without its tab stops, up to the first one if that is all it has. */
  private static String plain(String snippet) {
    return snippet.replaceAll("\\$\\{\\d+:([^}]*)\\}", "$1").replaceAll("\\$\\d+", "");
  }

  private static CompletionItemKind kind(Completion.Kind kind) {
    return switch (kind) {
      case KEYWORD -> CompletionItemKind.Keyword;
      case SYMBOL -> CompletionItemKind.Constant;
      case CONSTANT -> CompletionItemKind.Value;
      case MACRO -> CompletionItemKind.Function;
      case FILE -> CompletionItemKind.File;
      case FOLDER -> CompletionItemKind.Folder;
      case TEXT -> CompletionItemKind.Text;
    };
  }
}
