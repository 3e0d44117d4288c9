package kconfigls.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import kconfigls.dialect.Dialects;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.SourceText;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.Test;

/** The edits that fixes are made of. */
final class EditsTest {
  private static final String ENTRY =
      """
      config A
      	bool "a" # prompt
      	depends on B && \\
      		C if D
      	select E \\
      		if F
      	help
      	  text

      config Z
      	int
      """;

  private static String after(String text, Function<CheckedFile, Fix.Edit> edit) {
    SyntaxTree tree = KconfigParser.parse(SourceText.of(text));
    CheckedFile file = new CheckedFile(VfsPath.of("/t/Kconfig"), tree, Dialects.lenient(), false);
    Fix.Edit made = edit.apply(file);
    return tree.source().with(new TextEdit(made.place().range(), made.text())).text();
  }

  private static TextRange at(CheckedFile file, String word) {
    int start = file.text().indexOf(word);
    return new TextRange(start, start + word.length());
  }

  private static String edited(String word, Function<Edits, Function<TextRange, Fix.Edit>> edit) {
    return after(ENTRY, file -> edit.apply(Edits.in(file)).apply(at(file, word)));
  }

  @Test
  void deletesWholeLines() {
    assertThat(edited("bool", edits -> edits::deleteLines))
        .isEqualTo(ENTRY.replace("\tbool \"a\" # prompt\n", ""));
    assertThat(edited("E", edits -> edits::deleteLines))
        .isEqualTo(ENTRY.replace("\tselect E \\\n\t\tif F\n", ""));
    assertThat(edited("config A", edits -> edits::deleteLines))
        .isEqualTo(ENTRY.replace("config A\n", ""));
    assertThat(after("a\nb", file -> Edits.in(file).deleteLines(new TextRange(2, 3))))
        .isEqualTo("a\n");
    assertThat(after("b c \\\n d\ne\n", file -> Edits.in(file).deleteLines(new TextRange(0, 1))))
        .isEqualTo("e\n");
  }

  @Test
  void insertsLinesIndentedAlike() {
    assertThat(edited("bool", edits -> range -> edits.insertAfter(range, "x\ny")))
        .isEqualTo(ENTRY.replace("# prompt\n", "# prompt\n\tx\n\ty\n"));
    assertThat(edited("select", edits -> range -> edits.insertAfter(range, "x")))
        .isEqualTo(ENTRY.replace("if F\n", "if F\n\tx\n"));
    assertThat(edited("select", edits -> range -> edits.insertBefore(range, "x")))
        .isEqualTo(ENTRY.replace("\tselect", "\tx\n\tselect"));
    assertThat(after("a", file -> Edits.in(file).insertAfter(new TextRange(0, 1), "b")))
        .isEqualTo("a\nb");
    assertThat(after("a\r\nc\r\n", file -> Edits.in(file).insertAfter(new TextRange(0, 1), "b")))
        .isEqualTo("a\r\nb\r\nc\r\n");
  }

  @Test
  void addsAttributes() {
    assertThat(after(ENTRY, file -> Edits.in(file).addAttribute(first(file), "default y")))
        .isEqualTo(ENTRY.replace("\thelp", "\tdefault y\n\thelp"));
    assertThat(after("config A\n", file -> Edits.in(file).addAttribute(first(file), "bool")))
        .isEqualTo("config A\n\tbool\n");
    assertThat(
            after(
                "config A\n  bool\n",
                file -> Edits.in(file).addAttribute(first(file), "range 1 2")))
        .isEqualTo("config A\n  bool\n  range 1 2\n");
  }

  private static Statement.Entry first(CheckedFile file) {
    return (Statement.Entry) file.tree().statements().getFirst();
  }

  @Test
  void deletesStatements() {
    String text = "config A\n\tbool\n\nif B\nendif\n\nconfig C\n\tbool\n";
    assertThat(after(text, file -> Edits.in(file).deleteStatement(file.tree().statements().get(1))))
        .isEqualTo(text.replace("if B\nendif\n\n", ""));
    assertThat(
            after(ENTRY, file -> Edits.in(file).deleteStatement(file.tree().statements().get(1))))
        .isEqualTo(ENTRY.replace("config Z\n\tint\n", ""));
  }

  @Test
  void deletesPartsOfALine() {
    assertThat(edited("# prompt", edits -> edits::deleteWord))
        .isEqualTo(ENTRY.replace(" # prompt", ""));
    assertThat(edited("bool", edits -> range -> edits.appendToLine(range, " if X")))
        .isEqualTo(ENTRY.replace("\"a\" #", "\"a\" if X #"));
    assertThat(edited("select", edits -> range -> edits.appendToLine(range, " && X")))
        .isEqualTo(ENTRY.replace("if F", "if F && X"));
    assertThat(after(ENTRY, file -> Edits.in(file).deleteCondition(select(file).condition())))
        .isEqualTo(ENTRY.replace(" \\\n\t\tif F", ""));
    assertThat(edited("\"a\"", edits -> edits::quote))
        .isEqualTo(ENTRY.replace("\"a\"", "\"\\\"a\\\"\""));
  }

  private static Attribute.Select select(CheckedFile file) {
    return (Attribute.Select) first(file).attributes().get(2);
  }

  @Test
  void deletesOperands() {
    assertThat(without("A && B && C", 0)).isEqualTo("B && C");
    assertThat(without("A && B && C", 1)).isEqualTo("A && C");
    assertThat(without("A && B && C", 2)).isEqualTo("A && B");
    assertThat(without("A && (B)", 1)).isEqualTo("A");
    assertThat(without("(A && B) || C", 1)).isEqualTo("(A) || C");
    assertThat(without("A", 0)).isEqualTo("nothing left");
    assertThat(without("!A", 0)).isEqualTo("nothing left");
  }

  private static String without(String expression, int index) {
    String text = "config X\n\tdefault y if " + expression + "\n";
    SyntaxTree tree = KconfigParser.parse(SourceText.of(text));
    CheckedFile file = new CheckedFile(VfsPath.of("/t/Kconfig"), tree, Dialects.lenient(), false);
    ExprNode whole = file.expressions().get(1);
    ExprNode operand = file.terms().get(index + 1);
    return Edits.in(file)
        .deleteOperand(whole, operand)
        .map(edit -> tree.source().with(new TextEdit(edit.place().range(), edit.text())).text())
        .map(after -> after.substring(text.indexOf("if ") + 3).strip())
        .orElse("nothing left");
  }

  @Test
  void addsConjuncts() {
    String text = "if A || B\nendif\n";
    assertThat(after(text, file -> Edits.in(file).and(file.expressions().getFirst(), "C")))
        .isEqualTo("if (A || B) && C\nendif\n");
  }
}
