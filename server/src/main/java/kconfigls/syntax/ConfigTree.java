package kconfigls.syntax;

import java.util.List;
import kconfigls.text.SourceText;

/**
 * The syntax tree of a configuration file, such as {@code .config}, a defconfig, {@code prj.conf}
 * or {@code sdkconfig}: a list, for no construct spans two lines.
 *
 * @param lines by their number; the empty rest after the last line end is no line
 */
public record ConfigTree(SourceText source, List<ConfigLine> lines) {}
