/**
 * Where the sources of a tree name symbols: an index of words, made of bytes by a scanner that
 * knows comments, directives and the ways in which the dialects spell a symbol's name.
 */
@NullMarked
package kconfigls.usage;

import org.jspecify.annotations.NullMarked;
