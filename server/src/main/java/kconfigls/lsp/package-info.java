/** The language server: the only package that knows the protocol. */
@NullMarked
package kconfigls.lsp;

import org.jspecify.annotations.NullMarked;
