/** The output formats of the command line, one class each. */
@NullMarked
package kconfigls.cli.report;

import org.jspecify.annotations.NullMarked;
