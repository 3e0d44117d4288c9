/** Rules about types and values. */
@NullMarked
package kconfigls.rules.types;

import org.jspecify.annotations.NullMarked;
