package kconfigls.lsp.protocol;

import java.util.List;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/** What is answered. Values are there only while a configuration is chosen and computed. */
public final class Results {
  private Results() {}

  /** The configuration files that are for a project. */
  public record Configurations(List<Configuration> configurations) {}

  public record Configuration(String uri, String name) {}

  /** Entries of the menu, in order. */
  public record Menu(String project, List<Row> nodes) {}

  /**
   * An entry of the menu.
   *
   * @param node names it in requests; another model of the project has other names
   * @param shown whether the configuration program shows it
   */
  public record Row(
      String node,
      String kind,
      String prompt,
      @Nullable String symbol,
      @Nullable String type,
      @Nullable String value,
      @Nullable String visible,
      boolean shown,
      boolean hasChildren,
      @Nullable Location location) {}

  /**
   * A symbol.
   *
   * @param explanation why it has its value and whether it can be changed, in Markdown
   */
  public record SymbolTree(
      String project,
      String symbol,
      String type,
      @Nullable String prompt,
      @Nullable String value,
      @Nullable String explanation,
      @Nullable Location location,
      List<Group> groups) {}

  /** The links of one kind, at most 500 of them. */
  public record Group(String relation, String label, int count, List<Link> links) {}

  /**
   * Another symbol.
   *
   * @param location of the line that says so
   */
  public record Link(
      String symbol,
      @Nullable String type,
      @Nullable String prompt,
      @Nullable String value,
      @Nullable String condition,
      boolean inherited,
      @Nullable Location location) {}

  /**
   * A graph.
   *
   * @param text in the format that was asked for
   * @param total how many symbols there would be if none were left out
   */
  public record Graph(String project, String symbol, String text, int total, List<Node> nodes) {}

  public record Node(String symbol, @Nullable Location location) {}

  /**
   * What a new value would do.
   *
   * @param from the value now; null if it is not known
   * @param result the value after the edit; null if it is not known
   * @param reached whether that is the value that was asked for
   * @param changes other symbols with another value, at most 200
   * @param more how many other changes there are
   * @param needs what would have to be set first; empty if that is not known
   * @param edit null if the file says so already
   * @param applied null unless it was to be applied
   */
  public record Change(
      String project,
      String configuration,
      String symbol,
      @Nullable String from,
      @Nullable String result,
      boolean reached,
      List<Obstacle> obstacles,
      List<Changed> changes,
      int more,
      List<Need> needs,
      @Nullable WorkspaceEdit edit,
      @Nullable Boolean applied) {
    /** The same after the client was asked to apply it. */
    public Change with(boolean isApplied) {
      return new Change(
          project,
          configuration,
          symbol,
          from,
          result,
          reached,
          obstacles,
          changes,
          more,
          needs,
          edit,
          isApplied);
    }
  }

  /** What stands in the way; {@code kind} is one of the kinds of docs/custom-requests.md. */
  public record Obstacle(
      String kind, String message, @Nullable String symbol, @Nullable Location location) {}

  public record Changed(String symbol, @Nullable String from, @Nullable String to, String prompt) {}

  public record Need(String symbol, String value) {}
}
