/** File states and the immutable table of them; the core's only view of files. */
@NullMarked
package kconfigls.vfs;

import org.jspecify.annotations.NullMarked;
