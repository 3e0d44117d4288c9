package kconfigls.values;

import java.util.Map;
import kconfigls.syntax.ConfigTree;
import kconfigls.text.TextRange;
import kconfigls.text.escape.Printable;

/**
 * A configuration file with the files that it includes.
 *
 * @param name for people
 * @param inclusions by the number of the line that includes; empty where the dialect includes none
 */
public record ConfigFile(String name, ConfigTree tree, Map<Integer, Inclusion> inclusions) {
  /** What an {@code #include} leads to. */
  public sealed interface Inclusion {
    record Found(ConfigFile file) implements Inclusion {}

    /**
     * Nothing.
     *
     * @param why for people
     */
    record Failed(String why) implements Inclusion {
      /** A damaged name may hold any byte, and it is quoted. */
      public Failed {
        why = Printable.line(why);
      }
    }
  }

  public ConfigFile {
    inclusions = Map.copyOf(inclusions);
  }

  /** A file that includes no other. */
  public ConfigFile(String name, ConfigTree tree) {
    this(name, tree, Map.of());
  }

  Place place(TextRange range) {
    return new Place(name, tree.source(), range);
  }
}
