package kconfigls.io.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trees of a repository: what a folder held in a commit. Each is read once. */
final class Trees {
  /** What an entry of a tree is. */
  enum Kind {
    FILE,
    LINK,
    FOLDER,
    /** A submodule. */
    COMMIT
  }

  /** A file or folder in a folder. */
  record Entry(Kind kind, String name, ObjectId id) {}

  private final ObjectStore store;
  private final Map<ObjectId, List<Entry>> read = new HashMap<>();

  Trees(ObjectStore store) {
    this.store = store;
  }

  /** What stands at a path below a tree; the submodule if the path leads into one. */
  Optional<Entry> find(ObjectId root, String path) {
    Optional<Entry> at = Optional.of(new Entry(Kind.FOLDER, "", root));
    for (String name : path.split("/", -1)) {
      if (at.isEmpty() || at.get().kind() == Kind.COMMIT) {
        return at;
      }
      at =
          at.filter(entry -> entry.kind() == Kind.FOLDER)
              .flatMap(
                  folder ->
                      entries(folder.id()).stream().filter(e -> e.name().equals(name)).findFirst());
    }
    return at;
  }

  /**
   * The entries of a tree in its order.
   *
   * @throws GitException if it is missing or damaged
   */
  List<Entry> entries(ObjectId tree) {
    return read.computeIfAbsent(
        tree,
        id ->
            store
                .read(id, GitObject.Type.TREE)
                .map(this::parse)
                .orElseThrow(() -> new GitException("the object " + id + " is no tree")));
  }

  private List<Entry> parse(byte[] content) {
    List<Entry> entries = new ArrayList<>();
    int idBytes = store.format().bytes();
    int at = 0;
    while (at < content.length) {
      int nul = at;
      while (nul < content.length && content[nul] != 0) {
        nul++;
      }
      if (nul + 1 + idBytes > content.length) {
        throw new GitException("the repository is damaged: a tree ends too early");
      }
      String entry = new String(content, at, nul - at, StandardCharsets.UTF_8);
      int blank = Math.max(0, entry.indexOf(' '));
      ObjectId id = ObjectId.of(content, nul + 1, idBytes);
      entries.add(new Entry(kind(entry.substring(0, blank)), entry.substring(blank + 1), id));
      at = nul + 1 + idBytes;
    }
    return entries;
  }

  private static Kind kind(String mode) {
    return switch (mode) {
      case "40000", "040000" -> Kind.FOLDER;
      case "120000" -> Kind.LINK;
      case "160000" -> Kind.COMMIT;
      default -> Kind.FILE;
    };
  }
}
