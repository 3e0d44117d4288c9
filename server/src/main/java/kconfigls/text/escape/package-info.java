/**
 * Text from a tree as a target may show it: for people, for a terminal, as Markdown, XML, JSON,
 * Graphviz, Mermaid, a workflow command or the head of a diff. Nothing else escapes.
 */
@NullMarked
package kconfigls.text.escape;

import org.jspecify.annotations.NullMarked;
