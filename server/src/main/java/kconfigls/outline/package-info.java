/**
 * What a file says, without positions: outlines that compare equal when nothing semantic changed.
 */
@NullMarked
package kconfigls.outline;

import org.jspecify.annotations.NullMarked;
