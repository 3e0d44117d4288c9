/** Rules that belong to one project: what its own checks want, or what its own program refuses. */
@NullMarked
package kconfigls.rules.profiles;

import org.jspecify.annotations.NullMarked;
