package kconfigls.ide.views;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kconfigls.ide.support.NameScore;
import kconfigls.model.MenuNode;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;

/** Finds entries of a menu by parts of their names and prompts. */
public final class MenuSearch {
  /** The most that are found at once. */
  public static final int MOST = 200;

  /** What is looked at of an entry, in lower case. */
  private record Words(MenuTree.Entry entry, String name, String prompt) {}

  private record Scored(Words words, int score) {}

  private final List<Words> all = new ArrayList<>();

  public MenuSearch(MenuTree tree) {
    for (MenuTree.Entry entry : tree.entries()) {
      String name = entry.node().symbol() == null ? "" : entry.node().symbol().name();
      String prompt = prompt(entry.node());
      all.add(new Words(entry, name.toLowerCase(Locale.ROOT), prompt.toLowerCase(Locale.ROOT)));
    }
  }

  /** The best first, at most so many; nothing for an empty query. */
  public List<MenuTree.Entry> find(String query, int most) {
    String wanted = query.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Scored> found = new ArrayList<>();
    for (Words words : all) {
      int score = score(words, wanted);
      if (score > 0) {
        found.add(new Scored(words, score));
      }
    }
    found.sort(
        Comparator.comparingInt((Scored scored) -> -scored.score())
            .thenComparing(scored -> scored.words().name().length())
            .thenComparing(scored -> scored.words().entry().id()));
    return found.stream()
        .limit(Math.clamp(most, 1, MOST))
        .map(scored -> scored.words().entry())
        .toList();
  }

  /** Without a name, as of a menu, the prompt takes its place. */
  private static int score(Words words, String wanted) {
    int score = NameScore.ofLower(words.name(), words.prompt(), wanted);
    return score > 0 ? score : Math.min(2, NameScore.ofLower(words.prompt(), "", wanted));
  }

  /** The words that the menu shows. */
  static String prompt(MenuNode node) {
    return switch (node.item()) {
      case Item.Menu menu -> menu.prompt();
      case Item.Comment comment -> comment.prompt();
      default -> node.prompt().map(Prop.Prompt::text).orElse("");
    };
  }
}
