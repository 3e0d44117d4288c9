package kconfigls.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kconfigls.analysis.Lazy;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.dialect.LayoutStyle;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.Term;
import kconfigls.syntax.TreeWalk;
import kconfigls.vfs.VfsPath;

/** A file as a rule sees it. */
public final class CheckedFile {
  private final VfsPath path;
  private final SyntaxTree tree;
  private final Dialect dialect;
  private final boolean isRoot;
  private final Lazy<List<Statement>> statements;
  private final Lazy<List<Attribute>> attributes;
  private final Lazy<List<ExprNode>> expressions;
  private final Lazy<List<ExprNode>> expressionNodes;
  private final Lazy<List<Term>> terms;
  private final Lazy<FileLines> lines;
  private final Lazy<List<Kconfcheck.Refusal>> refusals;

  /**
   * A file and what it is to be judged by.
   *
   * @param isRoot whether it is the root file of a project
   */
  public CheckedFile(VfsPath path, SyntaxTree tree, Dialect dialect, boolean isRoot) {
    this.path = path;
    this.tree = tree;
    this.dialect = dialect;
    this.isRoot = isRoot;
    this.statements = Lazy.of(this::findStatements);
    this.attributes = Lazy.of(() -> List.copyOf(TreeWalk.attributes(tree)));
    this.expressions = Lazy.of(this::findExpressions);
    this.expressionNodes = Lazy.of(this::findExpressionNodes);
    this.terms = Lazy.of(() -> Terms.all(this));
    this.lines = Lazy.of(() -> new FileLines(tree));
    this.refusals = Lazy.of(() -> Kconfcheck.of(lines.get()));
  }

  public VfsPath path() {
    return path;
  }

  public SyntaxTree tree() {
    return tree;
  }

  public Dialect dialect() {
    return dialect;
  }

  public boolean isRoot() {
    return isRoot;
  }

  /** The statements of all blocks in order of the text, a block before its body. */
  public List<Statement> statements() {
    return statements.get();
  }

  private List<Statement> findStatements() {
    List<Statement> found = new ArrayList<>();
    TreeWalk.statements(tree.statements(), found::add);
    return Collections.unmodifiableList(found);
  }

  /** The attributes of all statements, stray ones included, in order of the text. */
  public List<Attribute> attributes() {
    return attributes.get();
  }

  /** Every expression, whole ones only: first those of {@code if} blocks. */
  public List<ExprNode> expressions() {
    return expressions.get();
  }

  private List<ExprNode> findExpressions() {
    List<ExprNode> found = new ArrayList<>();
    for (Statement statement : statements()) {
      if (statement instanceof Statement.If block && block.condition() != null) {
        found.add(block.condition());
      }
    }
    attributes().forEach(attribute -> found.addAll(TreeWalk.expressions(attribute)));
    return List.copyOf(found);
  }

  /** Every expression and all its parts, a whole before its parts. */
  public List<ExprNode> expressionNodes() {
    return expressionNodes.get();
  }

  private List<ExprNode> findExpressionNodes() {
    List<ExprNode> found = new ArrayList<>();
    expressions().forEach(node -> TreeWalk.expression(node, found::add));
    return Collections.unmodifiableList(found);
  }

  /** The words and strings, but for the values of assignments. */
  public List<Term> terms() {
    return terms.get();
  }

  /** What each line is. */
  public FileLines lines() {
    return lines.get();
  }

  /** What ESP-IDF's own style checker refuses, in the order of the lines. */
  public List<Kconfcheck.Refusal> refusals() {
    return refusals.get();
  }

  /** How the project lays out its files. */
  public LayoutStyle style() {
    return LayoutStyle.of(dialect);
  }

  public boolean has(Feature feature) {
    return dialect.has(feature);
  }

  /** Whether it is no text, so that nothing of it is read. */
  public boolean isBinary() {
    List<SyntaxProblem> problems = tree.problems();
    return problems.size() == 1 && problems.getFirst().kind() == ProblemKind.BINARY_FILE;
  }

  public String text() {
    return tree.source().text();
  }

  /** The line of an offset, from 0. */
  public int line(int offset) {
    return tree.source().lines().lineOf(offset);
  }
}
