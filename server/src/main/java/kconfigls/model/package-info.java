/** The project: outlines linked in inclusion order into a menu tree and a symbol table. */
@NullMarked
package kconfigls.model;

import org.jspecify.annotations.NullMarked;
