/** From text to syntax tree; the only user of ANTLR, and it never throws. */
@NullMarked
package kconfigls.syntax.parse;

import org.jspecify.annotations.NullMarked;
