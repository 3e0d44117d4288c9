package kconfigls.io.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of work trees are those that git lists. */
final class WorkTreeFilesTest {
  private static final int MANY = 1_000_000;

  private static final String IGNORED =
      """
      # a comment, and a blank line

      \\#file
      \\!bang
      *.o
      !keep.o
      build/
      /anchored
      a/**/z
      **/any
      deep/**
      !deep/not
      x/*/y
      doc/frotz/
      [ab]c.h
      [!ab]d.h
      [[:digit:]-]e
      [a-c]range[x-]
      [unclosed
      trailing\\\s
      blanks  \s
      q?.c
      m*id*le
      **foo**/bar
      pre**/post
      one/two.c
      foo\\*bar
      []]bracket
      [[:nope:]]class
      caf\u00e9
      ?.utf
      endswithslash//
      *.tmp\r
      Te\\st
      back\\
      nested/*
      !nested/keep/
      nested/keep/*
      !nested/keep/this.c
      """;

  private static final List<String> NAMES =
      List.of(
          "#file",
          "!bang",
          "a.o",
          "keep.o",
          "sub/b.o",
          "sub/keep.o",
          "build/x.c",
          "sub/build/x.c",
          "sub2/build",
          "anchored",
          "sub/anchored",
          "a/z",
          "a/b/z",
          "a/b/c/z",
          "s/any",
          "any/x.c",
          "deep/not",
          "deep/er/x.c",
          "x/1/y",
          "x/1/2/y",
          "x/y",
          "doc/frotz/a",
          "a/doc/frotz/a",
          "ac.h",
          "cc.h",
          "ad.h",
          "cd.h",
          "1e",
          "-e",
          "ae",
          "brangex",
          "brange-",
          "brangey",
          "[unclosed",
          "trailing ",
          "trailing",
          "blanks",
          "blanks  ",
          "qx.c",
          "q.c",
          "mXidYle",
          "midle",
          "afoob/bar",
          "foo/bar",
          "foo/x/bar",
          "preX/post",
          "pre/post",
          "pre/x/y/post",
          "one/two.c",
          "s/one/two.c",
          "foo*bar",
          "fooxbar",
          "]bracket",
          "aclass",
          "café",
          "ä.utf",
          "b.utf",
          "endswithslash/x",
          "y.tmp",
          "Test",
          "back",
          "nested/a.c",
          "nested/keep/this.c",
          "nested/keep/that.c",
          ".hidden/x.c",
          "own/.gitignore",
          "own/a.txt",
          "own/b.c",
          "own/in/a.txt",
          "own/in/.gitignore",
          "excluded.c",
          "blank name.c");

  @TempDir private Path folder;
  private RealGit git;

  @BeforeEach
  void repository() throws Exception {
    folder = folder.toRealPath();
    git = new RealGit(folder);
    git.run("init", "-q");
  }

  private List<String> found(Path below) {
    VfsPath start = VfsPath.of(below.toString());
    return WorkTreeFiles.below(start, MANY).orElseThrow().stream()
        .map(path -> path.relativeTo(start))
        .sorted()
        .toList();
  }

  private void tree() throws IOException {
    for (String name : NAMES) {
      git.write(name, "text\n");
    }
    git.write(".gitignore", IGNORED);
    git.write("own/.gitignore", "*.txt\n!/in/a.txt\n");
    git.write("own/in/.gitignore", "");
    git.write(".git/info/exclude", "excluded.c\n");
    Files.createSymbolicLink(folder.resolve("link.c"), Path.of("one/two.c"));
    Files.createSymbolicLink(folder.resolve("linked"), Path.of("own"));
    Files.createSymbolicLink(folder.resolve("build.o"), Path.of("nowhere"));
  }

  @Test
  void ignorePatternsMeanWhatTheyMeanToGit() throws Exception {
    tree();
    assertThat(found(folder)).isEqualTo(git.files()).hasSizeGreaterThan(30);
    assertThat(found(folder.resolve("own"))).isEqualTo(new RealGit(folder.resolve("own")).files());
    Path ignored = folder.resolve("deep/er");
    assertThat(found(ignored)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void trackedFilesAreThoseOfTheIndex(int version) throws Exception {
    tree();
    git.run("add", "-f", "a.o", "deep/er", "build", "one");
    git.run("add", ".");
    git.run("update-index", "--index-version", String.valueOf(version));
    if (version == 3) {
      git.run("update-index", "--skip-worktree", "ae");
    }
    Files.delete(folder.resolve("ae"));
    git.write("deep/er/untracked.c", "");
    git.write("one/untracked.c", "");
    assertThat(found(folder)).isEqualTo(git.files()).contains("a.o", "ae", "one/untracked.c");
  }

  @Test
  void otherRepositoriesAreNotEntered() throws Exception {
    git.write("a.c", "");
    git.write("inner/a.c", "");
    git.write("module/a.c", "");
    git.write("broken/.git/HEAD", "nothing\n");
    git.write("broken/a.c", "");
    new RealGit(folder.resolve("inner")).run("init", "-q");
    RealGit module = new RealGit(folder.resolve("module"));
    module.run("init", "-q");
    module.run("add", ".");
    module.run("commit", "-q", "-m", "first");
    git.run("-c", "advice.addEmbeddedRepo=false", "add", "module");
    git.write("module/b.c", "");
    assertThat(found(folder)).isEqualTo(git.files()).containsExactly("a.c", "broken/a.c");
    assertThat(found(folder.resolve("module"))).containsExactly("a.c", "b.c");
  }

  @Test
  void aFurtherWorkTreeHasAnIndexOfItsOwn() throws Exception {
    git.write("a.c", "");
    git.write(".gitignore", "*.o\n");
    git.run("add", ".");
    git.run("commit", "-q", "-m", "first");
    git.write(".git/info/exclude", "excluded.c\n");
    git.run("worktree", "add", "-q", "other");
    RealGit other = new RealGit(folder.resolve("other"));
    other.write("b.c", "");
    other.write("b.o", "");
    other.write("excluded.c", "");
    other.run("add", "b.c");
    assertThat(found(folder.resolve("other")))
        .isEqualTo(other.files())
        .containsExactly(".gitignore", "a.c", "b.c");
  }

  @Test
  void whatNeedsAnotherIndexIsNotRead() throws Exception {
    tree();
    git.run("add", ".");
    git.run("commit", "-q", "-m", "first");
    git.run("update-index", "--split-index");
    assertThat(WorkTreeFiles.below(VfsPath.of(folder.toString()), MANY)).isEmpty();
    git.run("update-index", "--no-split-index");
    assertThat(found(folder)).isEqualTo(git.files());
    git.run("sparse-checkout", "set", "--cone", "--sparse-index", "own");
    assertThat(WorkTreeFiles.below(VfsPath.of(folder.toString()), MANY)).isEmpty();
  }

  @Test
  void aDamagedIndexIsNotRead() throws Exception {
    tree();
    git.run("add", ".");
    Path index = folder.resolve(".git/index");
    byte[] bytes = Files.readAllBytes(index);
    Random random = new Random(19);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = bytes.clone();
      for (int k = 0; k < 3; k++) {
        damaged[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Files.write(index, damaged);
      WorkTreeFiles.below(VfsPath.of(folder.toString()), MANY)
          .ifPresent(paths -> assertThat(paths).allMatch(this::isInside));
    }
    Files.write(index, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(WorkTreeFiles.below(VfsPath.of(folder.toString()), MANY)).isEmpty();
  }

  private boolean isInside(VfsPath path) {
    return path.isIn(VfsPath.of(folder.toString()));
  }

  @Test
  void anIndexDoesNotLeadOutOfTheTree() throws Exception {
    git.write("xx/etc/passwd.c", "");
    git.write("behind/a.c", "");
    git.run("add", ".");
    Path index = folder.resolve(".git/index");
    String bytes = new String(Files.readAllBytes(index), StandardCharsets.ISO_8859_1);
    Files.write(index, bytes.replace("xx/etc", "../etc").getBytes(StandardCharsets.ISO_8859_1));
    Files.delete(folder.resolve("behind/a.c"));
    Files.delete(folder.resolve("behind"));
    Files.createSymbolicLink(folder.resolve("behind"), Path.of("xx"));
    assertThat(found(folder)).containsExactly("behind", "xx/etc/passwd.c");
  }

  @Test
  void aBareRepositoryInTheTreeIsAPartOfIt() throws Exception {
    git.run("init", "-q", "--bare", "bare");
    git.write("bare/a.c", "");
    assertThat(found(folder.resolve("bare"))).contains("HEAD", "a.c", "config");
    assertThat(Repository.top(VfsPath.of(folder.resolve("bare").toString())))
        .contains(VfsPath.of(folder.toString()));
  }

  /** Patterns of characters that mean something, on names of the characters in them. */
  @Test
  void randomPatternsMeanWhatTheyMeanToGit() throws Exception {
    Random random = new Random(42);
    for (int i = 0; i < 150; i++) {
      git.write(name(random), "");
    }
    for (int round = 0; round < 60; round++) {
      StringBuilder patterns = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        patterns.append(pattern(random)).append('\n');
      }
      git.write(".gitignore", patterns.toString());
      assertThat(found(folder)).as(patterns.toString()).isEqualTo(git.files());
    }
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    int parts = 1 + random.nextInt(3);
    for (int part = 0; part < parts; part++) {
      name.append(part == 0 ? "" : "/").append(part == parts - 1 ? "" : "d");
      for (int i = random.nextInt(3); i >= 0; i--) {
        name.append("ab-]c".charAt(random.nextInt(5)));
      }
    }
    return name + ".f";
  }

  private static String pattern(Random random) {
    List<String> parts =
        List.of(
            "a",
            "b",
            "c",
            "d",
            "-",
            "]",
            "*",
            "**",
            "/",
            "**/",
            "/**",
            "?",
            "[ab]",
            "[!a]",
            "[^b-]",
            "[a-c]",
            "[]-]",
            "[",
            "\\a",
            "\\",
            "[[:alpha:]]",
            "[[:x:]]",
            "[a\\]]",
            ".f",
            "*.f");
    StringBuilder pattern = new StringBuilder(random.nextInt(4) == 0 ? "!" : "");
    for (int i = random.nextInt(6); i >= 0; i--) {
      pattern.append(parts.get(random.nextInt(parts.size())));
    }
    return pattern.append(random.nextInt(5) == 0 ? "/" : "").toString();
  }

  /** What a listing may cost is counted before patterns are tried. */
  @Test
  void manyStarsNeedFewSteps() {
    String pattern = "*a".repeat(500) + "b";
    IgnoreRules rules =
        IgnoreRules.of(
            null, "", Stream.of(pattern).flatMap(line -> IgnorePattern.of(line).stream()).toList());
    assertThat(rules.cost("a".repeat(3_000))).isLessThan(4_000_000);
  }
}
