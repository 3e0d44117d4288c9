/** Text with its line index: offsets, lines and columns in every encoding that clients use. */
@NullMarked
package kconfigls.text;

import org.jspecify.annotations.NullMarked;
