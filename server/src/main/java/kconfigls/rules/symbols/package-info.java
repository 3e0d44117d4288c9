/** Rules about symbols and their names. */
@NullMarked
package kconfigls.rules.symbols;

import org.jspecify.annotations.NullMarked;
