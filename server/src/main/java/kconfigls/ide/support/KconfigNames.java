package kconfigls.ide.support;

import java.util.ArrayList;
import java.util.List;
import kconfigls.outline.Item;
import kconfigls.outline.OutlineBuilder;
import kconfigls.outline.Outlined;
import kconfigls.outline.Reference;
import kconfigls.syntax.Reading;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;

/** Where a Kconfig text defines or names a symbol; macros in names are not looked into. */
public final class KconfigNames {
  private KconfigNames() {}

  /** The places in a text that belongs to no project, in order. */
  public static List<TextRange> of(SourceText source, String name, Reading reading) {
    if (!source.text().contains(name)) {
      return List.of();
    }
    Outlined outlined = OutlineBuilder.build(KconfigParser.parse(source, reading));
    List<Integer> keys = new ArrayList<>(definitions(outlined.outline().items(), name));
    for (Reference reference : outlined.outline().references()) {
      if (reference.name().equals(name)) {
        keys.add(reference.key());
      }
    }
    List<TextRange> found = new ArrayList<>();
    keys.forEach(key -> found.add(outlined.positions().range(key)));
    found.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return found;
  }

  /** The keys of the names of entries that define a symbol. */
  static List<Integer> definitions(List<Item> items, String name) {
    List<Integer> keys = new ArrayList<>();
    for (Item item : items) {
      switch (item) {
        case Item.Entry entry when entry.name().equals(name) -> keys.add(entry.nameKey());
        case Item.Choice choice -> keys.addAll(definitions(choice.items(), name));
        case Item.Menu menu -> keys.addAll(definitions(menu.items(), name));
        case Item.If block -> keys.addAll(definitions(block.items(), name));
        default -> {
          // names nothing
        }
      }
    }
    return keys;
  }
}
