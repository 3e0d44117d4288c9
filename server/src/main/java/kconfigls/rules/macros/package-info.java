/** Rules about the macro language. */
@NullMarked
package kconfigls.rules.macros;

import org.jspecify.annotations.NullMarked;
