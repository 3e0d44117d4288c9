package kconfigls.io.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The refs of a repository: branches, tags, HEAD and its like. */
final class Refs {
  private static final int MOST_PACKED_BYTES = 1 << 28;
  private static final int MOST_LINKS = 5;
  private static final String LINK = "ref:";

  /** Where a name is looked for, in this order. */
  private static final List<String> SEARCH =
      List.of(
          "%s",
          "refs/%s", "refs/tags/%s", "refs/heads/%s", "refs/remotes/%s", "refs/remotes/%s/HEAD");

  private final Repository repository;
  private final ObjectFormat format;

  Refs(Repository repository, ObjectFormat format) {
    this.repository = repository;
    this.format = format;
  }

  /**
   * What a name stands for; empty if there is no such ref.
   *
   * @throws GitException if the repository stores its refs in a form that is not supported
   */
  Optional<ObjectId> find(String name) {
    if (!isName(name)) {
      return Optional.empty();
    }
    checkStorage();
    return SEARCH.stream()
        .map(pattern -> pattern.replace("%s", name))
        .flatMap(full -> id(full, MOST_LINKS).stream())
        .findFirst();
  }

  /** The branch that HEAD names, such as {@code main}; empty if HEAD is an object id. */
  Optional<String> branch() {
    String heads = "refs/heads/";
    return loose("HEAD")
        .filter(text -> text.startsWith(LINK))
        .map(text -> text.substring(LINK.length()).strip())
        .filter(target -> target.startsWith(heads))
        .map(target -> target.substring(heads.length()));
  }

  private void checkStorage() {
    String storage = repository.config().value("extensions.refstorage").orElse("files");
    if (!storage.toLowerCase(Locale.ROOT).equals("files")) {
      throw new GitException(
          "the repository "
              + repository.gitDir()
              + " stores its refs as reftable, which is not supported: give the full object id that"
              + " `git rev-parse` prints");
    }
  }

  /** A name that cannot lead out of the repository. */
  private static boolean isName(String name) {
    return !name.isEmpty()
        && !name.startsWith("/")
        && !name.endsWith("/")
        && !name.contains("..")
        && !name.contains("//")
        && name.chars().noneMatch(c -> c <= ' ' || c == 127 || ":?*[\\~^".indexOf(c) >= 0);
  }

  private Optional<ObjectId> id(String full, int links) {
    Optional<String> loose = loose(full);
    if (loose.isEmpty()) {
      return full.startsWith("refs/") ? packed(full) : Optional.empty();
    }
    String text = loose.get();
    if (text.startsWith(LINK)) {
      String target = text.substring(LINK.length()).strip();
      return links > 0 && isName(target) ? id(target, links - 1) : Optional.empty();
    }
    return ObjectId.parse(text.split("\\s", 2)[0], format);
  }

  private Optional<String> loose(String full) {
    Optional<String> own = text(repository.gitDir(), full);
    return own.isEmpty() && full.startsWith("refs/") ? text(repository.commonDir(), full) : own;
  }

  private static Optional<String> text(Path folder, String full) {
    return GitFiles.resolve(folder, full).flatMap(GitFiles::line);
  }

  private Optional<ObjectId> packed(String full) {
    Path file = repository.commonDir().resolve("packed-refs");
    String text =
        GitFiles.read(file, MOST_PACKED_BYTES)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
    int at = text.indexOf(" " + full + "\n");
    int start = at - format.digits();
    return start >= 0 ? ObjectId.parse(text.substring(start, at), format) : Optional.empty();
  }
}
