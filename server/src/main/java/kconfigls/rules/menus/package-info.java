/** Rules about menus and choices. */
@NullMarked
package kconfigls.rules.menus;

import org.jspecify.annotations.NullMarked;
