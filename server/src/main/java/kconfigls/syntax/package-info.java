/** The immutable, lossless syntax tree of one Kconfig file, a superset of all dialects. */
@NullMarked
package kconfigls.syntax;

import org.jspecify.annotations.NullMarked;
