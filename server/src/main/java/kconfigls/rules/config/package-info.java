/** Rules about configuration files, such as {@code .config}, defconfigs and fragments. */
@NullMarked
package kconfigls.rules.config;

import org.jspecify.annotations.NullMarked;
