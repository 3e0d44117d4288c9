package kconfigls.syntax.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Keyword;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.syntax.Term;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** Nests lines: attributes into their statement, statements into their block. */
final class BlockBuilder {
  /** A statement whose attributes or body may still come. */
  private static final class Open {
    final TextRange range;
    final Keyword keyword;
    final @Nullable Term name;
    final @Nullable ExprNode condition;
    final List<Attribute> attributes = new ArrayList<>();
    final List<Statement> body = new ArrayList<>();
    int last;
    boolean wronglyEnded;

    Open(TextRange range, Keyword keyword, @Nullable Term name, @Nullable ExprNode condition) {
      this.range = range;
      this.keyword = keyword;
      this.name = name;
      this.condition = condition;
      this.last = range.end();
    }

    TextRange span() {
      return new TextRange(range.start(), Math.max(range.end(), last));
    }
  }

  /** Blocks nested deeper than this are flattened, with a problem, instead of ending the stack. */
  private static final int MAX_DEPTH = 200;

  private final List<SyntaxProblem> problems;
  private final List<Statement> top = new ArrayList<>();
  private final Deque<Open> blocks = new ArrayDeque<>();
  private final List<String> endedEarly = new ArrayList<>();

  /** What stands behind the open entry so far, or among its attributes. */
  private final List<Statement> between = new ArrayList<>();

  private @Nullable Open entry;
  private boolean blockTakesAttributes;
  private int flattened;
  private boolean skipsAttributes;

  BlockBuilder(String text, List<SyntaxProblem> problems) {
    this.problems = problems;
  }

  void entry(TextRange range, Keyword keyword, @Nullable Term name) {
    closeEntry();
    entry = new Open(range, keyword, name, null);
  }

  void comment(TextRange range, Keyword keyword, @Nullable Term prompt) {
    closeEntry();
    entry = new Open(range, keyword, prompt, null);
  }

  void choice(TextRange range, Keyword keyword, @Nullable Term name) {
    open(new Open(range, keyword, name, null), true);
  }

  void menu(TextRange range, Keyword keyword, @Nullable Term prompt) {
    open(new Open(range, keyword, prompt, null), true);
  }

  void ifBlock(TextRange range, Keyword keyword, @Nullable ExprNode condition) {
    open(new Open(range, keyword, null, condition), false);
  }

  private void open(Open block, boolean takesAttributes) {
    closeEntry();
    if (blocks.size() >= MAX_DEPTH) {
      flattened++;
      skipsAttributes = takesAttributes;
      problems.add(
          new SyntaxProblem(
              ProblemKind.INVALID_STATEMENT,
              block.keyword.range(),
              "blocks are nested too deeply"));
      return;
    }
    blocks.push(block);
    blockTakesAttributes = takesAttributes;
  }

  void attribute(Attribute attribute) {
    if (entry == null && skipsAttributes) {
      return;
    }
    Open block = blocks.peek();
    Open target = entry != null ? entry : blockTakesAttributes ? block : null;
    if (target == null) {
      add(new Statement.StrayAttribute(attribute.range(), attribute));
      return;
    }
    target.attributes.add(attribute);
    target.last = attribute.range().end();
  }

  /** A line of macros or an assignment: an entry goes on behind it. */
  void between(Statement statement) {
    if (entry == null) {
      append(statement);
    } else {
      between.add(statement);
    }
  }

  /** A statement that holds nothing else. */
  void add(Statement statement) {
    closeEntry();
    append(statement);
  }

  void unknown(TextRange range, Term first) {
    problems.add(
        new SyntaxProblem(
            ProblemKind.UNKNOWN_STATEMENT,
            first.range(),
            "unknown statement '" + first.raw() + "'"));
    append(new Statement.Unknown(range, first));
  }

  void broken(TextRange range, Term first) {
    problems.add(
        new SyntaxProblem(
            ProblemKind.INVALID_STATEMENT,
            range,
            "a statement cannot begin with '" + first.raw() + "'"));
    append(new Statement.Unknown(range, first));
  }

  /** An end keyword closes its block, and the blocks within that have no end. */
  void end(Keyword end) {
    closeEntry();
    if (flattened > 0) {
      flattened--;
      return;
    }
    String kind = end.text().substring("end".length());
    Open block = blocks.peek();
    if (block == null) {
      mismatch(end, kind, "'" + end.text() + "' ends no '" + kind + "'");
      append(new Statement.StrayEnd(end.range(), end));
      return;
    }
    if (!block.keyword.is(kind)) {
      mismatch(end, kind, "unexpected '" + end.text() + "' within '" + block.keyword.text() + "'");
      boolean enclosing = blocks.stream().anyMatch(open -> open.keyword.is(kind));
      if (!enclosing) {
        block.wronglyEnded = true;
        append(new Statement.StrayEnd(end.range(), end));
        return;
      }
      while (!blocks.peek().keyword.is(kind)) {
        Open inner = blocks.pop();
        endedEarly.add(inner.keyword.text());
        close(inner, null);
      }
    }
    close(blocks.pop(), end);
  }

  /** Tells of a mismatch, unless the block was told to have ended too early. */
  private void mismatch(Keyword end, String kind, String message) {
    if (!endedEarly.remove(kind)) {
      problems.add(new SyntaxProblem(ProblemKind.MISMATCHED_END, end.range(), message));
    }
  }

  /** The statements of the file, after closing what is still open. */
  List<Statement> finish() {
    closeEntry();
    while (!blocks.isEmpty()) {
      Open block = blocks.pop();
      if (!block.wronglyEnded) {
        problems.add(
            new SyntaxProblem(
                ProblemKind.UNCLOSED_BLOCK,
                block.keyword.range(),
                "'" + block.keyword.text() + "' has no 'end" + block.keyword.text() + "'"));
      }
      close(block, null);
    }
    return List.copyOf(top);
  }

  private void close(Open block, @Nullable Keyword end) {
    if (end != null) {
      block.last = end.range().end();
    }
    TextRange span = block.span();
    List<Statement> body = List.copyOf(block.body);
    List<Attribute> attributes = List.copyOf(block.attributes);
    append(
        switch (block.keyword.text()) {
          case "menu" -> new Statement.Menu(span, block.keyword, block.name, attributes, body, end);
          case "choice" ->
              new Statement.Choice(span, block.keyword, block.name, attributes, body, end);
          default -> new Statement.If(span, block.keyword, block.condition, body, end);
        });
  }

  private void closeEntry() {
    Open done = entry;
    entry = null;
    blockTakesAttributes = false;
    skipsAttributes = false;
    if (done == null) {
      return;
    }
    List<Attribute> attributes = List.copyOf(done.attributes);
    append(
        done.keyword.is("comment")
            ? new Statement.Comment(done.span(), done.keyword, done.name, attributes)
            : new Statement.Entry(done.span(), done.keyword, done.name, attributes));
    between.forEach(this::append);
    between.clear();
  }

  private void append(Statement statement) {
    Open block = blocks.peek();
    if (block == null) {
      top.add(statement);
    } else {
      block.body.add(statement);
      block.last = statement.range().end();
    }
  }
}
