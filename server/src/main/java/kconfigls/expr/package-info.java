/** Tristate expressions as pure algebra, free of files and positions. */
@NullMarked
package kconfigls.expr;

import org.jspecify.annotations.NullMarked;
