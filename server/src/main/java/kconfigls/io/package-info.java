/** The only package that touches disk, processes and the environment. */
@NullMarked
package kconfigls.io;

import org.jspecify.annotations.NullMarked;
