package kconfigls.syntax;

import java.util.List;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;

/**
 * The syntax tree of a file {@code sdkconfig.rename} of ESP-IDF, which tells the new names of
 * symbols.
 *
 * @param renames in order of the text
 * @param malformed the lines that are neither blank, comment nor rename
 */
public record RenameTree(SourceText source, List<Rename> renames, List<TextRange> malformed) {
  /**
   * {@code CONFIG_OLD CONFIG_NEW}.
   *
   * @param isInverted whether a {@code !} stands before the new name
   */
  public record Rename(TextRange oldName, TextRange newName, boolean isInverted) {}
}
