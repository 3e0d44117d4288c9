package kconfigls.syntax;

import kconfigls.text.TextRange;

/**
 * Something wrong with the text of a file.
 *
 * @param range the characters that the message is about; may be empty
 * @param message a sentence for people, without a full stop
 */
public record SyntaxProblem(ProblemKind kind, TextRange range, String message) {}
