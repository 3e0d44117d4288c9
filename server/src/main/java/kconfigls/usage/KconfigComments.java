package kconfigls.usage;

import kconfigls.dialect.SymbolSpelling;
import kconfigls.text.SourceText;

/** The Kconfig that stands in comments of a source, where the build takes it from there. */
public final class KconfigComments {
  private KconfigComments() {}

  /** The Kconfig of a source at the same offsets, with blanks for all else; empty for none. */
  public static SourceText of(SourceText source, SymbolSpelling spelling) {
    String start = spelling.kconfigComment();
    if (start.isEmpty() || !source.text().contains(start)) {
      return SourceText.of("");
    }
    StringBuilder kconfig = new StringBuilder(source.length());
    for (String line : source.text().split("(?<=\n)")) {
      if (line.startsWith(start)) {
        kconfig.repeat(' ', start.length()).append(line, start.length(), line.length());
      } else {
        kconfig.repeat(' ', line.stripTrailing().length());
        kconfig.append(line, line.stripTrailing().length(), line.length());
      }
    }
    return SourceText.of(kconfig.toString());
  }
}
