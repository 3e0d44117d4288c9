/** How messages come in: frames of the base protocol, and what a message must have. */
@NullMarked
package kconfigls.lsp.wire;

import org.jspecify.annotations.NullMarked;
