package kconfigls.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kconfigls.outline.FileOutline;
import kconfigls.outline.Item;
import kconfigls.outline.Reference;

/** What a file names, to look up which files matter for a name without reading their outlines. */
public final class FileNames {
  /**
   * How often a file names a symbol.
   *
   * @param references all of them, selects and implies included
   * @param definitions entries of this name
   */
  public record Uses(int references, int selects, int implies, int definitions) {
    static final Uses NONE = new Uses(0, 0, 0, 0);

    private Uses with(Reference.Role role) {
      int select = role == Reference.Role.SELECT ? 1 : 0;
      int imply = role == Reference.Role.IMPLY ? 1 : 0;
      return new Uses(references + 1, selects + select, implies + imply, definitions);
    }

    private Uses withDefinition() {
      return new Uses(references, selects, implies, definitions + 1);
    }
  }

  private final Map<String, Uses> uses = new HashMap<>();
  private final List<Item.Assignment> assignments = new ArrayList<>(0);

  private FileNames() {}

  static FileNames of(FileOutline outline) {
    FileNames names = new FileNames();
    for (Reference reference : outline.references()) {
      Uses before = names.uses.getOrDefault(reference.name(), Uses.NONE);
      names.uses.put(reference.name(), before.with(reference.role()));
    }
    names.add(outline.items());
    return names;
  }

  private void add(List<Item> items) {
    for (Item item : items) {
      switch (item) {
        case Item.Entry entry ->
            uses.put(entry.name(), uses.getOrDefault(entry.name(), Uses.NONE).withDefinition());
        case Item.Choice choice -> add(choice.items());
        case Item.Menu menu -> add(menu.items());
        case Item.If block -> add(block.items());
        case Item.Assignment assignment -> assignments.add(assignment);
        case Item.Comment comment -> {}
        case Item.Source source -> {}
        case Item.MacroLine line -> {}
        case Item.MainMenu mainMenu -> {}
      }
    }
  }

  /** Whether the file defines or refers to a symbol, by a name without macros. */
  public boolean holds(String name) {
    return uses.containsKey(name);
  }

  public Uses uses(String name) {
    return uses.getOrDefault(name, Uses.NONE);
  }

  /** The assignments of macro variables and functions, in order of the text. */
  public List<Item.Assignment> assignments() {
    return assignments;
  }
}
