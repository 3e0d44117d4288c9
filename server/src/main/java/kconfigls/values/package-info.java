/**
 * Values and visibility of all symbols under a configuration, as the tree's own program has them.
 */
@NullMarked
package kconfigls.values;

import org.jspecify.annotations.NullMarked;
