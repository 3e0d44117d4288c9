/** The requests of this server beyond the protocol: docs/custom-requests.md. */
@NullMarked
package kconfigls.lsp.protocol;

import org.jspecify.annotations.NullMarked;
