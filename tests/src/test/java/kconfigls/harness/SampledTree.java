package kconfigls.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small copy of a large tree: some of its Kconfig files, and what tells its dialect. */
public final class SampledTree {
  private static final int MOST_FILES = Integer.getInteger("kconfigls.sampled", 20);
  private static final int MOST_LINES = 120;
  private static final List<String> ROOTS =
      List.of("Kconfig", "Config.in", "Kconfig.zephyr", "src/Kconfig", "xen/Kconfig");
  private static final List<String> MARKS =
      List.of(
          "Makefile",
          "scripts/Kconfig.include",
          "scripts/gen_build_files.sh",
          "scripts/kconfig",
          "util/kconfig",
          "xen/arch",
          "xen/Makefile",
          "init/Kconfig");
  private static final Pattern SOURCE =
      Pattern.compile("^[ \t]*(o?r?)source[ \t]+\"?([^\"\n]+)\"?[ \t]*$");

  private final Path tree;
  private final Random random;
  private final Map<String, String> files = new LinkedHashMap<>();

  private SampledTree(Path tree, Random random) {
    this.tree = tree;
    this.random = random;
  }

  /**
   * Copies a part of a tree, the same for the same state of the random numbers.
   *
   * @param target a folder that is there
   */
  public static void copy(Path tree, Path target, Random random) throws IOException {
    SampledTree sample = new SampledTree(tree, random);
    sample.sampleKconfig();
    for (String mark : MARKS) {
      Path original = tree.resolve(mark);
      if (Files.isDirectory(original)) {
        Files.createDirectories(target.resolve(mark));
      } else if (Files.isRegularFile(original) && !sample.files.containsKey(mark)) {
        sample.files.put(mark, sample.head(original));
      }
    }
    CheckedTree.write(target, sample.files, StandardCharsets.UTF_8);
  }

  private void sampleKconfig() throws IOException {
    Deque<String> queue = new ArrayDeque<>();
    ROOTS.stream().filter(name -> Files.isRegularFile(tree.resolve(name))).forEach(queue::add);
    while (!queue.isEmpty()) {
      String name = queue.remove();
      if (!files.containsKey(name) && files.size() < MOST_FILES) {
        files.put(name, sampled(name, queue));
      }
    }
  }

  /** The head of a file without most of the lines that source what is not copied. */
  private String sampled(String name, Deque<String> queue) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : head(tree.resolve(name)).split("(?<=\n)")) {
      Matcher source = SOURCE.matcher(line.stripTrailing());
      if (!source.matches()) {
        text.append(line);
        continue;
      }
      boolean relative = source.group(1).endsWith("r");
      List<String> sourced = sourced(name, relative, source.group(2));
      boolean copied = !sourced.isEmpty() && random.nextInt(3) > 0;
      if (copied) {
        queue.addAll(sourced);
      }
      if (copied || random.nextInt(12) == 0) {
        text.append(line);
      }
    }
    return text.toString();
  }

  /** The files that a path may mean; for a macro of the architecture one each of two. */
  private List<String> sourced(String name, boolean relative, String path) {
    List<String> found = new ArrayList<>();
    int slash = name.lastIndexOf('/');
    String folder = relative && slash > 0 ? name.substring(0, slash + 1) : "";
    String base = name.startsWith("xen/") ? "xen/" : folder;
    for (String architecture : List.of("x86", "arm64", "arm")) {
      String expanded = path.replaceAll("\\$\\(?(SRC)?ARCH\\)?", architecture);
      String file = base + expanded;
      if (Files.isRegularFile(tree.resolve(file)) && !found.contains(file)) {
        found.add(file);
      }
    }
    return found.size() > 2 ? found.subList(0, 2) : found;
  }

  private String head(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r", "");
    String[] lines = text.split("(?<=\n)");
    int end = Math.min(lines.length, MOST_LINES);
    while (end < lines.length && end < 2 * MOST_LINES && !lines[end].isBlank()) {
      end++;
    }
    return String.join("", Arrays.asList(lines).subList(0, end));
  }
}
