package kconfigls.syntax;

import java.util.List;
import kconfigls.text.SourceText;

/**
 * The syntax tree of one file.
 *
 * @param statements the statements of the file's top level, in order
 * @param problems in order of the text
 * @param innerLines where lines start that go on with a string, a comment or a value, in order;
 *     only {@link Reading#PYTHON} has such lines
 */
public record SyntaxTree(
    SourceText source,
    List<Statement> statements,
    List<SyntaxProblem> problems,
    List<Integer> innerLines) {}
