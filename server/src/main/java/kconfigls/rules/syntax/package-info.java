/** Rules about the syntax of one file. */
@NullMarked
package kconfigls.rules.syntax;

import org.jspecify.annotations.NullMarked;
