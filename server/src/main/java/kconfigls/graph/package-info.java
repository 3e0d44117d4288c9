/**
 * The graph of a symbol, bounded to what can be read, as text for other programs and as a picture.
 */
@NullMarked
package kconfigls.graph;

import org.jspecify.annotations.NullMarked;
