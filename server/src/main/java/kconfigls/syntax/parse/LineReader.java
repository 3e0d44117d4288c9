package kconfigls.syntax.parse;

import kconfigls.grammar.KconfigLexer;
import kconfigls.grammar.KconfigLines.BrokenLineContext;
import kconfigls.grammar.KconfigLines.ChoiceLineContext;
import kconfigls.grammar.KconfigLines.CommentLineContext;
import kconfigls.grammar.KconfigLines.ConditionContext;
import kconfigls.grammar.KconfigLines.DefaultLineContext;
import kconfigls.grammar.KconfigLines.DependsLineContext;
import kconfigls.grammar.KconfigLines.EndLineContext;
import kconfigls.grammar.KconfigLines.EntryLineContext;
import kconfigls.grammar.KconfigLines.FlagLineContext;
import kconfigls.grammar.KconfigLines.HelpLineContext;
import kconfigls.grammar.KconfigLines.IfLineContext;
import kconfigls.grammar.KconfigLines.LineContext;
import kconfigls.grammar.KconfigLines.MainMenuLineContext;
import kconfigls.grammar.KconfigLines.MenuLineContext;
import kconfigls.grammar.KconfigLines.OptionLineContext;
import kconfigls.grammar.KconfigLines.PromptLineContext;
import kconfigls.grammar.KconfigLines.RangeLineContext;
import kconfigls.grammar.KconfigLines.SelectLineContext;
import kconfigls.grammar.KconfigLines.SetLineContext;
import kconfigls.grammar.KconfigLines.SourceLineContext;
import kconfigls.grammar.KconfigLines.TypeLineContext;
import kconfigls.grammar.KconfigLines.VisibleLineContext;
import kconfigls.grammar.KconfigLines.WarningLineContext;
import kconfigls.grammar.KconfigLines.WordLineContext;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Keyword;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import kconfigls.text.TextRange;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/** Makes nodes of the parser's lines and hands them to the block builder. */
final class LineReader {
  private final String text;
  private final TokenStream tokens;
  private final BlockBuilder blocks;
  private final Expressions expressions;

  LineReader(String text, TokenStream tokens, BlockBuilder blocks) {
    this.text = text;
    this.tokens = tokens;
    this.blocks = blocks;
    this.expressions = new Expressions(text);
  }

  void read(LineContext line) {
    switch (line) {
      case EntryLineContext l ->
          blocks.entry(range(l.kw, l), keyword(l.kw), expressions.term(l.name));
      case ChoiceLineContext l ->
          blocks.choice(range(l.kw, l), keyword(l.kw), expressions.term(l.name));
      case MenuLineContext l ->
          blocks.menu(range(l.kw, l), keyword(l.kw), expressions.term(l.text));
      case CommentLineContext l ->
          blocks.comment(range(l.kw, l), keyword(l.kw), expressions.term(l.text));
      case IfLineContext l ->
          blocks.ifBlock(range(l.kw, l), keyword(l.kw), expressions.or(l.value));
      case EndLineContext l -> blocks.end(keyword(l.kw));
      case SourceLineContext l ->
          blocks.add(new Statement.Source(range(l.kw, l), keyword(l.kw), expressions.term(l.path)));
      case MainMenuLineContext l ->
          blocks.add(
              new Statement.MainMenu(range(l.kw, l), keyword(l.kw), expressions.term(l.text)));
      case WordLineContext l -> word(l);
      case BrokenLineContext l -> broken(l);
      default -> attribute(line);
    }
  }

  private void attribute(LineContext line) {
    Attribute attribute =
        switch (line) {
          case TypeLineContext l ->
              new Attribute.Type(
                  range(l.kw, l), keyword(l.kw), expressions.term(l.text), cond(l.cond));
          case DefaultLineContext l -> defaultOf(l);
          case PromptLineContext l -> prompt(l);
          case DependsLineContext l -> depends(l);
          case SelectLineContext l -> select(l);
          case RangeLineContext l -> rangeOf(l);
          case VisibleLineContext l ->
              new Attribute.Visible(range(l.kw, l), keyword(l.kw), cond(l.cond));
          case OptionLineContext l -> option(l);
          case FlagLineContext l -> new Attribute.Flag(range(l.kw, l), keyword(l.kw), cond(l.cond));
          case SetLineContext l -> set(l);
          case WarningLineContext l -> warning(l);
          case HelpLineContext l -> help(l);
          default -> null;
        };
    if (attribute != null) {
      blocks.attribute(attribute);
    }
  }

  private @Nullable Attribute defaultOf(DefaultLineContext l) {
    ExprNode value = expressions.or(l.value);
    return value == null
        ? null
        : new Attribute.Default(range(l.kw, l), keyword(l.kw), value, cond(l.cond));
  }

  private @Nullable Attribute prompt(PromptLineContext l) {
    Term prompt = expressions.term(l.text);
    return prompt == null
        ? null
        : new Attribute.Prompt(range(l.kw, l), keyword(l.kw), prompt, cond(l.cond));
  }

  private @Nullable Attribute depends(DependsLineContext l) {
    ExprNode value = expressions.or(l.value);
    boolean on = l.on != null || l.kw.getText().equals("requires");
    return value == null
        ? null
        : new Attribute.Depends(range(l.kw, l), keyword(l.kw), on, value, cond(l.cond));
  }

  private @Nullable Attribute select(SelectLineContext l) {
    Term target = expressions.term(l.target);
    return target == null
        ? null
        : new Attribute.Select(range(l.kw, l), keyword(l.kw), target, cond(l.cond));
  }

  private @Nullable Attribute rangeOf(RangeLineContext l) {
    Term low = expressions.term(l.low);
    Term high = expressions.term(l.high);
    return low == null || high == null
        ? null
        : new Attribute.Range(range(l.kw, l), keyword(l.kw), low, high, cond(l.cond));
  }

  private @Nullable Attribute option(OptionLineContext l) {
    Term name = expressions.term(l.name);
    return name == null
        ? null
        : new Attribute.Option(range(l.kw, l), keyword(l.kw), name, expressions.term(l.value));
  }

  private @Nullable Attribute set(SetLineContext l) {
    Term first = expressions.term(l.first);
    Term second = expressions.term(l.second);
    Term value = expressions.term(l.value);
    Term target = second == null ? first : second;
    return target == null || value == null
        ? null
        : new Attribute.SetValue(
            range(l.kw, l), keyword(l.kw), second != null, target, value, cond(l.cond));
  }

  private @Nullable Attribute warning(WarningLineContext l) {
    Term warning = expressions.term(l.text);
    return warning == null
        ? null
        : new Attribute.Warning(range(l.kw, l), keyword(l.kw), warning, cond(l.cond));
  }

  private @Nullable Attribute help(HelpLineContext l) {
    if (l.exception != null) {
      return null;
    }
    Keyword keyword = keyword(l.kw);
    if (l.text == null) {
      int end = lineEnd(keyword.range().end());
      return new Attribute.Help(keyword.range(), keyword, TextRange.at(end), "");
    }
    TextRange lines = new TextRange(l.text.getStartIndex(), l.text.getStopIndex() + 1);
    int end = lines.end();
    while (end > lines.start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    end = end > lines.start() ? end : keyword.range().end();
    TextRange range = new TextRange(keyword.range().start(), end);
    return new Attribute.Help(range, keyword, lines, lines.of(text));
  }

  private int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }

  private void word(WordLineContext l) {
    Term first = expressions.term(l.first);
    if (first == null) {
      return;
    }
    TextRange range = range(l.first, l);
    if (l.op != null) {
      int start = l.value == null ? range.end() : l.value.getStartIndex();
      int end = l.value == null ? start : l.value.getStopIndex() + 1;
      if (end > start && text.charAt(end - 1) == '\r') {
        end--;
      }
      TextRange value = new TextRange(start, end);
      blocks.between(
          new Statement.Assignment(
              range, first, l.op.getText(), Expressions.joined(value.of(text)), value));
    } else if (l.second == null && first.hasMacro()) {
      blocks.between(new Statement.MacroLine(range, first));
    } else {
      blocks.unknown(range, first);
    }
  }

  private void broken(BrokenLineContext l) {
    TextRange first = token(l.first);
    blocks.broken(range(l.first, l), new Term(first, first.of(text), (char) 0));
  }

  private @Nullable ExprNode cond(@Nullable ConditionContext condition) {
    return condition == null ? null : expressions.or(condition.value);
  }

  private Keyword keyword(Token token) {
    TextRange range = token(token);
    return new Keyword(range, range.of(text));
  }

  /** From the line's first token to its last one, the newline not included. */
  private TextRange range(Token first, LineContext line) {
    int end = first.getStopIndex() + 1;
    Token stop = line.stop;
    if (stop != null && stop.getTokenIndex() > first.getTokenIndex()) {
      int index = stop.getTokenIndex();
      Token last = stop.getType() == KconfigLexer.NL ? tokens.get(index - 1) : stop;
      end = Math.max(end, last.getStopIndex() + 1);
    }
    return new TextRange(first.getStartIndex(), end);
  }

  private static TextRange token(Token token) {
    return new TextRange(token.getStartIndex(), token.getStopIndex() + 1);
  }
}
