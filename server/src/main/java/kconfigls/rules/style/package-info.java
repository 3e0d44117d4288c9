/** Rules about style and help text. */
@NullMarked
package kconfigls.rules.style;

import org.jspecify.annotations.NullMarked;
