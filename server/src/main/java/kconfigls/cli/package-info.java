/** The command line: one class per command. */
@NullMarked
package kconfigls.cli;

import org.jspecify.annotations.NullMarked;
