package kconfigls.lsp.protocol;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.jspecify.annotations.Nullable;

/** What is asked. A project is named by its id; without one the active project is meant. */
public final class Params {
  private Params() {}

  public record InProject(@Nullable String project) {}

  /**
   * Both are replaced.
   *
   * @param project null for the one that follows from settings and places
   * @param configuration the URI or path of a file; null for none
   */
  public record Choose(@Nullable String project, @Nullable String configuration) {}

  /**
   * What is below an entry.
   *
   * @param node null for the top
   */
  public record Menu(@Nullable String project, @Nullable String node) {}

  /** The way to an entry: that of a symbol, or that at a position. */
  public record MenuPath(
      @Nullable String project,
      @Nullable String symbol,
      @Nullable TextDocumentIdentifier textDocument,
      @Nullable Position position) {}

  public record MenuSearch(
      @Nullable String project, @Nullable String query, @Nullable Integer limit) {}

  /**
   * A symbol with its links.
   *
   * @param relation one kind of links only; null for all
   */
  public record OfSymbol(
      @Nullable String project, @Nullable String symbol, @Nullable String relation) {}

  public record Graph(
      @Nullable String project,
      @Nullable String symbol,
      @Nullable Integer depth,
      @Nullable String format) {}

  /**
   * A change of a value.
   *
   * @param value null to take the symbol out of the file
   * @param configuration the URI or path of a file; null for the one that is chosen
   * @param apply whether the server has the client apply the edit
   */
  public record SetValue(
      @Nullable String project,
      @Nullable String symbol,
      @Nullable String value,
      @Nullable String configuration,
      @Nullable Boolean apply) {}
}
