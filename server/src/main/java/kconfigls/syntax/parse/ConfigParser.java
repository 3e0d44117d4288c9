package kconfigls.syntax.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kconfigls.grammar.ConfigLexer;
import kconfigls.grammar.Utf16CharStream;
import kconfigls.syntax.ConfigLine;
import kconfigls.syntax.ConfigTree;
import kconfigls.syntax.Token;
import kconfigls.syntax.Token.Kind;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;

/**
 * Parses configuration files of any dialect. It never throws, and keeps no token longer than its
 * line, so that a file of many megabytes needs little memory.
 */
public final class ConfigParser {
  private static final int EOF = org.antlr.v4.runtime.Token.EOF;

  private final ConfigLexer lexer;
  private final String text;
  private org.antlr.v4.runtime.Token token;

  private ConfigParser(String text) {
    this.text = text;
    this.lexer = lexer(text);
    this.token = lexer.nextToken();
  }

  /** The tree of a text. */
  public static ConfigTree parse(SourceText source) {
    ConfigParser parser = new ConfigParser(source.text());
    List<ConfigLine> lines = new ArrayList<>();
    while (parser.token.getType() != EOF) {
      lines.add(parser.line());
    }
    return new ConfigTree(source, Collections.unmodifiableList(lines));
  }

  /** All tokens of a text: they concatenate to the text. */
  public static List<Token> tokens(SourceText source) {
    ConfigLexer lexer = lexer(source.text());
    List<Token> tokens = new ArrayList<>();
    for (var token = lexer.nextToken(); token.getType() != EOF; token = lexer.nextToken()) {
      TextRange range = new TextRange(token.getStartIndex(), token.getStopIndex() + 1);
      tokens.add(new Token(kind(token.getType()), range));
    }
    return tokens;
  }

  private static ConfigLexer lexer(String text) {
    ConfigLexer lexer = new ConfigLexer(new Utf16CharStream(text));
    lexer.removeErrorListeners();
    return lexer;
  }

  private static Kind kind(int type) {
    return switch (type) {
      case ConfigLexer.NEWLINE -> Kind.NEWLINE;
      case ConfigLexer.BLANK, ConfigLexer.CR -> Kind.BLANK;
      case ConfigLexer.KEY -> Kind.WORD;
      case ConfigLexer.EQUALS -> Kind.OPERATOR;
      case ConfigLexer.VALUE -> Kind.ASSIGNED_VALUE;
      case ConfigLexer.NOT_SET, ConfigLexer.INCLUDE -> Kind.KEYWORD;
      default -> Kind.COMMENT;
    };
  }

  private ConfigLine line() {
    int start = token.getStartIndex();
    int first = token.getType();
    int firstEnd = token.getStopIndex() + 1;
    ConfigLine line =
        switch (first) {
          case ConfigLexer.NOT_SET -> new ConfigLine.NotSet(start, firstEnd, end());
          case ConfigLexer.INCLUDE -> include(start, firstEnd);
          case ConfigLexer.COMMENT -> new ConfigLine.Comment(start, start, end());
          case ConfigLexer.KEY -> key(start);
          case ConfigLexer.BLANK, ConfigLexer.CR, ConfigLexer.NEWLINE -> blank(start);
          default -> assignment(start);
        };
    if (token.getType() == ConfigLexer.NEWLINE) {
      token = lexer.nextToken();
    }
    return line;
  }

  private ConfigLine include(int start, int pathEnd) {
    int close = pathEnd - 1;
    char opening = text.charAt(close) == '>' ? '<' : '"';
    return new ConfigLine.Include(start, text.indexOf(opening, start), close, end());
  }

  private ConfigLine key(int start) {
    token = lexer.nextToken();
    return token.getType() == ConfigLexer.EQUALS
        ? assignment(start)
        : new ConfigLine.Other(start, end());
  }

  /** The current token is the {@code =}. */
  private ConfigLine assignment(int start) {
    return new ConfigLine.Assignment(start, token.getStartIndex(), end());
  }

  private ConfigLine blank(int start) {
    while (token.getType() == ConfigLexer.BLANK || token.getType() == ConfigLexer.CR) {
      token = lexer.nextToken();
    }
    return switch (token.getType()) {
      case ConfigLexer.NEWLINE, EOF -> new ConfigLine.Blank(start, end());
      case ConfigLexer.COMMENT, ConfigLexer.NOT_SET, ConfigLexer.INCLUDE ->
          new ConfigLine.Comment(start, token.getStartIndex(), end());
      default -> new ConfigLine.Other(start, end());
    };
  }

  /** Goes on to the line's end, and says where that is. */
  private int end() {
    while (token.getType() != ConfigLexer.NEWLINE && token.getType() != EOF) {
      token = lexer.nextToken();
    }
    return token.getType() == EOF ? text.length() : token.getStartIndex();
  }
}
