/**
 * What an editor's own views show: the menu, a symbol with what it depends on, a change of values.
 */
@NullMarked
package kconfigls.ide.views;

import org.jspecify.annotations.NullMarked;
