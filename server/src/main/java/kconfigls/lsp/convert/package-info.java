/** From the protocol's values to ours, and back. */
@NullMarked
package kconfigls.lsp.convert;

import org.jspecify.annotations.NullMarked;
