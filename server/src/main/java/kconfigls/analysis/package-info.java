/** Immutable snapshots of a workspace, and the lazy analysis on top of them. */
@NullMarked
package kconfigls.analysis;

import org.jspecify.annotations.NullMarked;
