/** Rules about the names of symbols in sources: C, Makefiles, Rust and others. */
@NullMarked
package kconfigls.rules.usage;

import org.jspecify.annotations.NullMarked;
