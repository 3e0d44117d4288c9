package kconfigls.io.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** All objects of a repository, also those of the repositories that it borrows from. */
final class ObjectStore implements AutoCloseable {
  private static final int MOST_FOLDERS = 64;
  private static final int MOST_ALTERNATES_BYTES = 1 << 16;

  /** Above what the whole of a large repository's trees needs. */
  private static final long MOST_BYTES = 4L << 30;

  private final Path objects;
  private final ObjectFormat format;
  private final Budget budget = new Budget(MOST_BYTES);
  private final List<ObjectFolder> folders = new ArrayList<>();

  /**
   * The objects of a repository.
   *
   * @throws GitException if its format or a pack is not supported
   */
  ObjectStore(Repository repository) {
    objects = repository.commonDir().resolve("objects").normalize();
    format = repository.format();
    List<Path> places = new ArrayList<>(List.of(objects));
    for (int i = 0; i < places.size() && i < MOST_FOLDERS; i++) {
      folders.add(new ObjectFolder(places.get(i), format, budget));
      alternates(places.get(i)).stream().filter(p -> !places.contains(p)).forEach(places::add);
    }
  }

  private static List<Path> alternates(Path objects) {
    byte[] text =
        GitFiles.read(objects.resolve("info/alternates"), MOST_ALTERNATES_BYTES)
            .orElse(new byte[0]);
    return new String(text, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> GitFiles.resolve(objects, line).stream())
        .toList();
  }

  ObjectFormat format() {
    return format;
  }

  /**
   * An object.
   *
   * @throws GitException if it is missing, damaged or too large
   */
  GitObject read(ObjectId id) {
    return folders.stream()
        .flatMap(folder -> folder.read(id).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new GitException(
                    "the object "
                        + id
                        + " is missing in "
                        + objects
                        + ": a shallow or partial clone lacks it, and kconfig-ls fetches nothing;"
                        + " fetch it with git first"));
  }

  /** The object, if it has the type that is wanted. */
  Optional<byte[]> read(ObjectId id, GitObject.Type type) {
    return Optional.of(read(id)).filter(o -> o.type() == type).map(GitObject::content);
  }

  /** The objects whose ids begin with some digits, not all if there are very many. */
  Collection<ObjectId> startingWith(String digits, int most) {
    Collection<ObjectId> found = new TreeSet<>(Comparator.comparing(ObjectId::hex));
    folders.forEach(folder -> found.addAll(folder.startingWith(digits, most)));
    return found;
  }

  @Override
  public void close() {
    folders.forEach(ObjectFolder::close);
  }
}
