package kconfigls.syntax.parse;

import java.util.ArrayList;
import java.util.List;
import kconfigls.grammar.RenameLexer;
import kconfigls.grammar.Utf16CharStream;
import kconfigls.syntax.RenameTree;
import kconfigls.syntax.RenameTree.Rename;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Parses files {@code sdkconfig.rename}. It never throws. */
public final class RenameParser {
  private final RenameLexer lexer;
  private final List<Rename> renames = new ArrayList<>();
  private final List<TextRange> malformed = new ArrayList<>();
  private Token token;

  private RenameParser(String text) {
    this.lexer = new RenameLexer(new Utf16CharStream(text));
    lexer.removeErrorListeners();
    this.token = lexer.nextToken();
  }

  /** The tree of a text. */
  public static RenameTree parse(SourceText source) {
    RenameParser parser = new RenameParser(source.text());
    while (parser.token.getType() != Token.EOF) {
      parser.line();
    }
    return new RenameTree(source, List.copyOf(parser.renames), List.copyOf(parser.malformed));
  }

  private void line() {
    int start = token.getStartIndex();
    boolean indented = token.getType() == RenameLexer.BLANK;
    skipBlank();
    boolean accepted = atEnd() || (!indented && (comment() || rename()));
    while (!atEnd()) {
      token = lexer.nextToken();
    }
    if (!accepted) {
      malformed.add(new TextRange(start, token.getStartIndex()));
    }
    if (token.getType() == RenameLexer.NEWLINE) {
      token = lexer.nextToken();
    }
  }

  private boolean comment() {
    return token.getType() == RenameLexer.COMMENT;
  }

  /** What follows the new name is not read. */
  private boolean rename() {
    TextRange oldName = word();
    if (oldName == null || token.getType() != RenameLexer.BLANK) {
      return false;
    }
    skipBlank();
    boolean inverted = token.getType() == RenameLexer.NOT;
    if (inverted) {
      token = lexer.nextToken();
    }
    TextRange newName = word();
    if (newName != null) {
      renames.add(new Rename(oldName, newName, inverted));
    }
    return newName != null;
  }

  private @Nullable TextRange word() {
    if (token.getType() != RenameLexer.WORD) {
      return null;
    }
    TextRange range = new TextRange(token.getStartIndex(), token.getStopIndex() + 1);
    token = lexer.nextToken();
    return range;
  }

  private void skipBlank() {
    if (token.getType() == RenameLexer.BLANK) {
      token = lexer.nextToken();
    }
  }

  private boolean atEnd() {
    return token.getType() == RenameLexer.NEWLINE || token.getType() == Token.EOF;
  }
}
