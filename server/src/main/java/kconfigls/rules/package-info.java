/** What a rule is, the list of all rules, and how they are run. */
@NullMarked
package kconfigls.rules;

import org.jspecify.annotations.NullMarked;
