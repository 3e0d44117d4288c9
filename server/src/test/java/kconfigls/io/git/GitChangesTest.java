package kconfigls.io.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions and what has changed since are read as git reads them, from any kind of repository. */
final class GitChangesTest {
  private static final String FIRST = lines(1, 40);

  @TempDir private Path temp;
  private Path folder;
  private RealGit git;

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createDirectory(temp.toRealPath().resolve("tree"));
    git = new RealGit(folder);
  }

  private static String lines(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> "line " + i + "\n")
        .collect(Collectors.joining());
  }

  private void commit(String message) throws Exception {
    git.run("add", "-A");
    git.run("commit", "-q", "-m", message);
  }

  private Map<VfsPath, ChangedLines> since(String revision, String... files) {
    VfsPath top = VfsPath.of(folder.toString());
    return GitChanges.since(revision, top, Stream.of(files).map(top::resolve).toList());
  }

  /** The changed lines of a file, of its first hundred. */
  private List<Integer> changed(String revision, String file) {
    ChangedLines lines = since(revision, file).get(VfsPath.of(folder.resolve(file).toString()));
    return lines == null
        ? List.of()
        : IntStream.rangeClosed(1, 100).filter(i -> lines.touches(i, i)).boxed().toList();
  }

  private ObjectId commitOf(String revision) {
    Repository repository = Repository.at(folder).orElseThrow();
    try (ObjectStore store = new ObjectStore(repository)) {
      return new Revisions(repository, store).commit(revision);
    }
  }

  /** A history with a merge, tags of tags, branches and a remote. */
  private void history() throws Exception {
    for (int i = 1; i <= 6; i++) {
      git.write("sub/Kconfig", FIRST + "more " + i + "\n");
      git.write("other/" + i, lines(i, 3_000));
      commit("number " + i);
    }
    git.run("tag", "light", "HEAD~2");
    git.run("tag", "-a", "-m", "text", "annotated", "HEAD~1");
    git.run("tag", "-a", "-m", "text", "twice", "annotated");
    git.run("checkout", "-q", "-b", "side/branch", "HEAD~3");
    git.write("aside", "text\n");
    commit("aside");
    git.run("checkout", "-q", "-");
    git.run("merge", "-q", "-m", "merged", "side/branch");
    git.run("update-ref", "refs/remotes/origin/main", "HEAD~1");
    git.run("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    git.run("config", "remote.origin.url", ".");
    git.run("config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*");
    git.run("config", "branch.side/branch.remote", "origin");
    git.run("config", "branch.side/branch.merge", "refs/heads/main");
  }

  private void assertRevisions() throws Exception {
    String head = git.run("rev-parse", "HEAD~1");
    List<String> revisions =
        List.of(
            "HEAD",
            "@",
            "HEAD~1",
            "HEAD^",
            "HEAD^2",
            "HEAD^2~1",
            "HEAD~~",
            "@~3",
            "HEAD^0",
            "light",
            "tags/light",
            "annotated",
            "twice",
            "twice~2",
            "twice^{}",
            "twice^{commit}",
            "refs/tags/twice^{commit}^1",
            "side/branch",
            "heads/side/branch",
            "origin",
            "origin/main",
            "remotes/origin/main",
            "side/branch@{upstream}",
            "side/branch@{u}~1",
            head,
            head.substring(0, 9),
            "v1.0-3-g" + head.substring(0, 8));
    for (String revision : revisions) {
      assertThat(commitOf(revision).hex())
          .as(revision)
          .isEqualTo(git.run("rev-parse", "--verify", revision + "^{commit}"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256"})
  void revisionsAreThoseOfGit(String format) throws Exception {
    git.run("init", "-q", "--object-format=" + format);
    history();
    assertRevisions();
    git.run("repack", "-q", "-a", "-d", "-f", "--depth=50", "--window=50");
    git.run("pack-refs", "--all");
    git.run("prune-packed");
    assertRevisions();
    assertThat(changed("twice", "sub/Kconfig")).containsExactly(41);
    git.write("other/1", "before\n" + lines(1, 3_000));
    assertThat(changed("HEAD~6", "other/1")).containsExactly(1);
  }

  @Test
  void deltasMayNameTheirBaseByItsId() throws Exception {
    git.run("init", "-q");
    history();
    git.run("-c", "repack.useDeltaBaseOffset=false", "repack", "-q", "-a", "-d", "-f");
    git.run("prune-packed");
    assertThat(changed("HEAD~1", "sub/Kconfig")).isEmpty();
    assertThat(changed("HEAD~6", "sub/Kconfig")).containsExactly(41);
  }

  @Test
  void borrowedObjectsAndFurtherWorkTreesAreRead() throws Exception {
    git.run("init", "-q");
    history();
    git.run("worktree", "add", "-q", "../further", "HEAD~2");
    new RealGit(temp.toRealPath()).run("clone", "-q", "-s", "tree", "clone");
    for (String other : List.of("further", "clone")) {
      folder = temp.toRealPath().resolve(other);
      git = new RealGit(folder);
      git.write("sub/Kconfig", "new\n" + Files.readString(folder.resolve("sub/Kconfig")));
      assertThat(commitOf("HEAD").hex()).isEqualTo(git.run("rev-parse", "HEAD"));
      assertThat(changed("HEAD", "sub/Kconfig")).containsExactly(1);
    }
  }

  @Test
  void filesAreNewRenamedOrChanged() throws Exception {
    git.run("init", "-q");
    git.write("Kconfig", FIRST);
    git.write("crlf", FIRST);
    git.write("moved", lines(100, 140));
    git.write("exact", lines(200, 240));
    git.write("rewritten", lines(300, 340));
    git.write("link", "");
    Files.delete(folder.resolve("link"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("Kconfig"));
    commit("first");
    git.write("Kconfig", FIRST.replace("line 7\n", "seven\nline 7\n"));
    git.write("crlf", FIRST.replace("\n", "\r\n") + "line 41\r\n");
    Files.delete(folder.resolve("moved"));
    Files.delete(folder.resolve("exact"));
    Files.delete(folder.resolve("rewritten"));
    git.write("a/moved", lines(100, 130) + "other\n");
    git.write("b/exactly", lines(200, 240));
    git.write("rewritten2", lines(300, 310));
    git.write("new", "text\n");
    assertThat(changed("HEAD", "Kconfig")).containsExactly(7);
    assertThat(changed("HEAD", "link")).containsExactly(7);
    assertThat(changed("HEAD", "crlf")).containsExactly(41);
    assertThat(changed("HEAD", "a/moved")).containsExactly(32);
    assertThat(changed("HEAD", "b/exactly")).isEmpty();
    assertThat(changed("HEAD", "rewritten2")).hasSize(100);
    assertThat(changed("HEAD", "new")).hasSize(100);
    assertThat(since("HEAD", "none", "../outside")).isEmpty();
    assertThat(since("HEAD", "new", "a/moved", "b/exactly")).hasSize(3);
  }

  private void refused(String revision, String... parts) {
    assertThatThrownBy(() -> since(revision, "Kconfig"))
        .isInstanceOf(GitException.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HEAD...side/branch",
        "HEAD~1..HEAD",
        "../../x",
        "HEAD:Kconfig",
        ":/number",
        "HEAD@{1}",
        "HEAD^{tree}",
        "HEAD^@",
        "HEAD~x",
        "HEAD^{/number}"
      })
  void otherFormsAreRefused(String revision) throws Exception {
    git.run("init", "-q");
    history();
    refused(revision, "'" + revision + "' has a form that is not supported", "git merge-base");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"none", "HEAD~9", "HEAD^3", "", "sub//x", "config", "abcdef0123", "HEAD@{u}"})
  void whatIsNotThereIsRefused(String revision) throws Exception {
    git.run("init", "-q");
    history();
    refused(revision, "there is no revision '" + revision + "' in " + folder);
  }

  @Test
  void aMissingObjectIsNamedAndNotFetched() throws Exception {
    git.run("init", "-q");
    git.write("Kconfig", FIRST);
    commit("first");
    String blob = git.run("rev-parse", "HEAD:Kconfig");
    Files.delete(folder.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
    git.write("Kconfig", FIRST + "more\n");
    refused("HEAD", "the object " + blob + " is missing", "fetches nothing");
    refused("1234567890123456789012345678901234567890", "is missing");
  }

  @Test
  void reftableIsRefusedButForIds() throws Exception {
    git.run("init", "-q");
    git.write("Kconfig", FIRST);
    commit("first");
    String id = git.run("rev-parse", "HEAD");
    git.write("Kconfig", "new\n" + FIRST);
    Files.writeString(
        folder.resolve(".git/config"), "[extensions]\n\trefStorage = reftable # new\n");
    refused("HEAD", "reftable, which is not supported: give the full object id");
    assertThat(changed(id, "Kconfig")).containsExactly(1);
    Files.writeString(folder.resolve(".git/config"), "[Extensions]\nobjectFormat = \"md5\"\n");
    refused("HEAD", "the object format", "is not supported");
  }

  /** Damage is a message or a wrong line, but never another exception, nor endless. */
  @Test
  void damagedRepositoriesAreRefused() throws Exception {
    git.run("init", "-q");
    history();
    git.run("repack", "-q", "-a", "-d", "-f", "--depth=50", "--window=50");
    Random random = new Random(7);
    List<Path> files;
    try (Stream<Path> paths = Files.walk(folder.resolve(".git/objects/pack"))) {
      files = paths.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      assertThat(file.toFile().setWritable(true)).isTrue();
      for (int i = 0; i < 100; i++) {
        byte[] damaged = bytes.clone();
        for (int k = 0; k < 1 + bytes.length / 200; k++) {
          damaged[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        Files.write(file, damaged);
        try {
          assertThat(changed("HEAD~4", "sub/Kconfig")).hasSizeLessThan(101);
        } catch (GitException e) {
          assertThat(e.getMessage()).doesNotContain("\n");
        }
      }
      Files.write(file, bytes);
    }
  }

  /** Content that says it is large, trees that hold themselves, and deltas without an end. */
  @Test
  void fewBytesDoNotStandForMany() {
    Budget budget = new Budget(100);
    assertThat(budget.take(60)).hasSize(60);
    assertThatThrownBy(() -> budget.take(60)).isInstanceOf(GitException.class);
    assertThatThrownBy(() -> new Budget(Long.MAX_VALUE).take(1L << 40))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("larger than 32 MB");
    byte[] delta = {4, (byte) 0x84, 0x02, (byte) 0x90, 4};
    assertThatThrownBy(
            () ->
                Delta.apply("base".getBytes(StandardCharsets.US_ASCII), delta, new Budget(1 << 20)))
        .isInstanceOf(GitException.class);
  }
}
