/** Rules about the comments that suppress findings. */
@NullMarked
package kconfigls.rules.suppressions;

import org.jspecify.annotations.NullMarked;
