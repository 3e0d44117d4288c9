/** Kconfig dialects as data, and how to detect them. */
@NullMarked
package kconfigls.dialect;

import org.jspecify.annotations.NullMarked;
