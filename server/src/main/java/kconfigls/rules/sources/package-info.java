/** Rules about sourced files. */
@NullMarked
package kconfigls.rules.sources;

import org.jspecify.annotations.NullMarked;
