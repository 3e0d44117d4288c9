/** What several features of the editor need. */
@NullMarked
package kconfigls.ide.support;

import org.jspecify.annotations.NullMarked;
