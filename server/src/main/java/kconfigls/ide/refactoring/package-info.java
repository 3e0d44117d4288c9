/** Changes of a Kconfig file's text that keep what it means, offered where the cursor is. */
@NullMarked
package kconfigls.ide.refactoring;

import org.jspecify.annotations.NullMarked;
