/** The editor's features as pure functions of a snapshot. */
@NullMarked
package kconfigls.ide;

import org.jspecify.annotations.NullMarked;
