package kconfigls.io.git;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the commit that a revision names, in the forms that a check needs. */
final class Revisions {
  private static final int MOST_TAGS = 16;
  private static final int MOST_CANDIDATES = 64;
  private static final int LEAST_DIGITS = 4;

  /** One step from a commit, such as {@code ~3}, {@code ^2} or {@code ^{commit}}. */
  private static final Pattern STEP =
      Pattern.compile("\\^\\{(?:commit)?\\}|([~^])(\\d{0,6})|@\\{(?:u|upstream)\\}");

  /** Beside its steps: what makes a revision one of another form. */
  private static final List<String> OTHER_FORMS = List.of("..", ":", "@{", "^{", "^@", "^!", "^-");

  private final Repository repository;
  private final ObjectStore store;
  private final Refs refs;

  Revisions(Repository repository, ObjectStore store) {
    this.repository = repository;
    this.store = store;
    this.refs = new Refs(repository, store.format());
  }

  /**
   * The commit of a revision.
   *
   * @throws GitException if there is none, or the form is not supported
   */
  ObjectId commit(String revision) {
    int end = 0;
    while (end < revision.length() && !startsStep(revision, end)) {
      end++;
    }
    String name = revision.substring(0, end);
    Matcher step = STEP.matcher(revision).region(end, revision.length());
    Optional<ObjectId> at;
    if (step.lookingAt() && step.group().startsWith("@")) {
      at = upstream(name);
      end = step.end();
    } else {
      at = named(name);
    }
    step.region(end, revision.length());
    while (at.isPresent() && step.lookingAt()) {
      at = peeled(at.get()).flatMap(commit -> stepped(commit, step));
      end = step.end();
      step.region(end, revision.length());
    }
    if (end < revision.length() || (at.isEmpty() && isOtherForm(name))) {
      throw unsupported(revision);
    }
    return at.flatMap(this::peeled)
        .orElseThrow(
            () ->
                new GitException(
                    "there is no revision '" + revision + "' in " + repository.workTree()));
  }

  private static boolean startsStep(String revision, int at) {
    return revision.charAt(at) == '~'
        || revision.charAt(at) == '^'
        || revision.startsWith("@{", at);
  }

  private static boolean isOtherForm(String name) {
    return OTHER_FORMS.stream().anyMatch(name::contains);
  }

  private static GitException unsupported(String revision) {
    return new GitException(
        "the revision '"
            + revision
            + "' has a form that is not supported: give HEAD, a branch, a tag or an object id, each"
            + " with ~N, ^N or @{upstream}, or what `git rev-parse` or `git merge-base` prints");
  }

  private Optional<ObjectId> named(String name) {
    if (name.equals("@")) {
      return refs.find("HEAD");
    }
    return ObjectId.parse(name.toLowerCase(Locale.ROOT), store.format())
        .or(() -> refs.find(name))
        .or(
            () ->
                abbreviated(
                    name.substring(name.lastIndexOf("-g") < 0 ? 0 : name.lastIndexOf("-g") + 2)));
  }

  /** The commit whose id begins so; of several objects the only commit counts. */
  private Optional<ObjectId> abbreviated(String name) {
    String digits = name.toLowerCase(Locale.ROOT);
    if (digits.length() < LEAST_DIGITS
        || digits.length() >= store.format().digits()
        || !ObjectId.isHex(digits)) {
      return Optional.empty();
    }
    Collection<ObjectId> found = store.startingWith(digits, MOST_CANDIDATES);
    List<ObjectId> commits =
        found.stream().filter(id -> found.size() == 1 || isCommit(id)).toList();
    if (commits.size() > 1) {
      throw new GitException("the object id '" + name + "' is ambiguous: give more of its digits");
    }
    return commits.stream().findFirst();
  }

  private boolean isCommit(ObjectId id) {
    return store.read(id, GitObject.Type.COMMIT).isPresent();
  }

  /** What a branch follows; that of HEAD for an empty name. */
  private Optional<ObjectId> upstream(String name) {
    boolean head = name.isEmpty() || name.equals("@") || name.equals("HEAD");
    Optional<String> branch = head ? refs.branch() : Optional.of(name);
    GitConfig config = repository.config();
    return branch.flatMap(
        own -> {
          String remote = config.value("branch." + own + ".remote").orElse("");
          String merge = config.value("branch." + own + ".merge").orElse("");
          String heads = "refs/heads/";
          if (remote.isEmpty() || !merge.startsWith(heads)) {
            return Optional.empty();
          }
          return remote.equals(".")
              ? refs.find(merge)
              : refs.find("refs/remotes/" + remote + "/" + merge.substring(heads.length()));
        });
  }

  private Optional<ObjectId> stepped(ObjectId commit, Matcher step) {
    if (step.group(1) == null) {
      return Optional.of(commit); // it was a tag before, perhaps
    }
    int count = step.group(2).isEmpty() ? 1 : Integer.parseInt(step.group(2));
    if (step.group(1).equals("^")) {
      List<ObjectId> parents = parents(commit);
      return count == 0 ? Optional.of(commit) : parents.stream().skip(count - 1L).findFirst();
    }
    Optional<ObjectId> at = Optional.of(commit);
    for (int i = 0; i < count && at.isPresent(); i++) {
      at = parents(at.get()).stream().findFirst();
    }
    return at;
  }

  private List<ObjectId> parents(ObjectId commit) {
    return headers(commit, GitObject.Type.COMMIT).ids("parent", store.format());
  }

  private Headers headers(ObjectId id, GitObject.Type type) {
    return Headers.of(store.read(id, type).orElse(new byte[0]));
  }

  /** The commit that an object is, or that a tag leads to; empty for a tree or a blob. */
  private Optional<ObjectId> peeled(ObjectId id) {
    ObjectId at = id;
    for (int i = 0; i < MOST_TAGS; i++) {
      GitObject object = store.read(at);
      if (object.type() == GitObject.Type.COMMIT) {
        return Optional.of(at);
      }
      Optional<ObjectId> next = Headers.of(object.content()).id("object", store.format());
      if (object.type() != GitObject.Type.TAG || next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.empty();
  }

  /**
   * The tree of a commit.
   *
   * @throws GitException if it has none
   */
  ObjectId tree(ObjectId commit) {
    return headers(commit, GitObject.Type.COMMIT)
        .id("tree", store.format())
        .orElseThrow(() -> new GitException("the commit " + commit + " is damaged"));
  }
}
