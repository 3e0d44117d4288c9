/** Rules about dependencies. */
@NullMarked
package kconfigls.rules.dependencies;

import org.jspecify.annotations.NullMarked;
