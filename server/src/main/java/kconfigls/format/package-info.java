/** Formats Kconfig files in the style of their dialect, and changes nothing but blanks. */
@NullMarked
package kconfigls.format;

import org.jspecify.annotations.NullMarked;
