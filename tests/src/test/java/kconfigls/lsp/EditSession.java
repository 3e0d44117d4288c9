package kconfigls.lsp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kconfigls.harness.CheckedTree;
import kconfigls.lsp.TestEditor.Document;

/**
 * An editor at work on a tree, step by step and by chance: documents are edited, saved and closed;
 * files, folders and settings come and go on disk; workspace folders are added and removed. The
 * same seed takes the same steps, whatever their number.
 */
final class EditSession implements AutoCloseable {
  private static final int CREATED = 1;
  private static final int CHANGED = 2;
  private static final int DELETED = 3;
  private static final Pattern SOURCE = Pattern.compile("(?m)^[ \t]*o?r?source[ \t].*\n");
  private static final Pattern SOURCED = Pattern.compile("source[ \t]+\"?([\\w./-]+)\"?");
  private static final List<String> LINES =
      List.of(
          "\tdepends on SPI\n",
          "\tselect CRC32 if NET\n",
          "config NEW_ONE\n\tbool \"new\"\n\tdefault y\n",
          "if I2C\n",
          "endif\n",
          "menu \"m\"\n",
          "endmenu\n",
          "choice\n",
          "endchoice\n",
          "source \"lib/Kconfig\"\n",
          "source \"new/Kconfig\"\n",
          "source \"n*/Kconfig*\"\n",
          "osource \"new/*\"\n",
          "source \"$(DIR)/Kconfig\"\n",
          "DIR := lib\n",
          "DIR = new\n",
          "NAME := $(ARCH)x\n",
          "FUNCTION = $(NAME) $(1)\n",
          "config $(NAME)\n\tdef_bool $(FUNCTION,y)\n",
          "\thelp\n\t  text\n",
          "# kconfig-ls: ignore[undefined-symbol]\n",
          "# a comment\n");
  private static final List<String> SETTINGS =
      List.of(
          "{}",
          "{\"dialect\": \"zephyr\"}",
          "{\"dialect\": \"linux\"}",
          "{\"dialect\": \"kconfiglib\"}",
          "{\"root\": \"lib/Kconfig\"}",
          "{\"environment\": {\"DIR\": \"lib\", \"SRCARCH\": \"arm\"}}",
          "{\"rules\": {\"undefined-symbol\": \"error\", \"missing-help\": \"warning\"}}",
          "{\"overrides\": [{\"files\": \"*\", \"rules\": {\"undefined-symbol\": \"off\"}}]}",
          "{ broken");

  private final Random random;
  private final Path home;
  private final Set<Path> folders = new LinkedHashSet<>();
  private final List<String> log = new ArrayList<>();
  private final TestEditor editor;

  /**
   * @param home a folder that holds the tree {@code a}, and {@code b} beside it
   */
  EditSession(Path home, long seed) throws Exception {
    this.home = home;
    this.random = new Random(seed);
    folders.add(home.resolve("a"));
    editor = new TestEditor(folders);
  }

  TestEditor editor() {
    return editor;
  }

  /** The folders of the workspace. */
  Set<Path> folders() {
    return folders;
  }

  /** What was done. */
  List<String> log() {
    return log;
  }

  /** All regular files, and what the editor holds. */
  Set<Path> files() throws IOException {
    Set<Path> files = new TreeSet<>(editor.documents().keySet());
    try (Stream<Path> paths = Files.walk(home)) {
      paths.filter(Files::isRegularFile).forEach(files::add);
    }
    files.removeIf(file -> file.endsWith(".kconfig-ls.json"));
    return files;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private Path anyFile() throws IOException {
    return pick(List.copyOf(files()));
  }

  private void log(String step, Object what) {
    log.add(step + " " + what.toString().replace(home.toString() + "/", "").replace("\n", "⏎"));
  }

  /** One step of the session. */
  void step() throws Exception {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6 -> editDocument();
      case 7 -> save();
      case 8 -> closeDocument();
      case 9, 10, 11 -> open();
      case 12 -> writeFile();
      case 13 -> deleteFile();
      case 14 -> renameOnDisk();
      case 15 -> fileOrFolder();
      case 16 -> settings();
      case 17 -> workspaceFolders();
      case 18 -> checkout();
      default -> {
        log("look", "");
        editor.symbols();
      }
    }
    if (random.nextInt(3) == 0) {
      Thread.sleep(random.nextInt(60));
    }
  }

  private void open() throws IOException {
    Path file = anyFile();
    if (editor.documents().containsKey(file) || !Files.isRegularFile(file)) {
      return;
    }
    log("open", file);
    editor.open(file, new Document(1, read(file)));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private void editDocument() throws IOException {
    if (editor.documents().isEmpty()) {
      open();
      return;
    }
    Path file = pick(List.copyOf(editor.documents().keySet()));
    String text = editor.documents().get(file).text();
    int line = text.lastIndexOf('\n', random.nextInt(text.length() + 1) - 1) + 1;
    int next = text.indexOf('\n', line) < 0 ? text.length() : text.indexOf('\n', line) + 1;
    if (TestEditor.isConfiguration(file)) {
      edit(file, line, random.nextBoolean() ? line : next, "CONFIG_" + pick(names()) + "=y\n");
      return;
    }
    Matcher source = SOURCE.matcher(text);
    switch (random.nextInt(6)) {
      case 0 -> edit(file, line, next, "");
      case 1, 2 -> edit(file, line, line, pick(LINES));
      case 3 -> {
        Path sourced = anyFile();
        if (!TestEditor.isConfiguration(sourced)) { // what a document is, is settled at its opening
          edit(file, line, line, "source \"" + relative(sourced) + "\"\n");
        }
      }
      case 4 -> {
        if (source.find(line) || source.find(0)) {
          edit(file, source.start(), source.end(), "");
        }
      }
      default -> {
        String disk = Files.isRegularFile(file) ? read(file) : "";
        edit(file, 0, text.length(), disk);
      }
    }
  }

  private static List<String> names() {
    return List.of("NET", "SPI", "NEW_ONE", "I2C", "MODULES", "UNKNOWN");
  }

  private void edit(Path file, int start, int end, String text) throws IOException {
    log("edit " + start + "-" + end + " '" + text + "'", file);
    editor.edit(file, start, end, text);
  }

  private String relative(Path file) {
    for (Path folder : List.of(home.resolve("a"), home.resolve("b"), home)) {
      if (file.startsWith(folder)) {
        return folder.relativize(file).toString();
      }
    }
    throw new IllegalStateException(file.toString());
  }

  private void save() throws IOException {
    if (editor.documents().isEmpty()) {
      return;
    }
    Path file = pick(List.copyOf(editor.documents().keySet()));
    if (Files.isDirectory(file) || !Files.isDirectory(file.getParent())) {
      return;
    }
    log("save", file);
    boolean fresh = !Files.exists(file);
    Files.writeString(file, editor.documents().get(file).text());
    editor.saved(file);
    editor.changedOnDisk(Map.of(file, fresh ? CREATED : CHANGED));
  }

  private void closeDocument() throws IOException {
    if (!editor.documents().isEmpty()) {
      Path file = pick(List.copyOf(editor.documents().keySet()));
      log("close", file);
      editor.close(file);
    }
  }

  /** A file that a document sources, or another one. */
  private void writeFile() throws IOException {
    List<Path> candidates = new ArrayList<>();
    candidates.add(home.resolve("a/new/Kconfig"));
    candidates.add(home.resolve("a/arch/new/Kconfig"));
    candidates.add(home.resolve("a/.config"));
    candidates.add(home.resolve("b/Kconfig"));
    candidates.add(anyFile());
    for (Document document : editor.documents().values()) {
      Matcher sourced = SOURCED.matcher(document.text());
      while (sourced.find()) {
        candidates.add(home.resolve("a").resolve(sourced.group(1)).normalize());
      }
    }
    Path file = pick(candidates);
    if (!file.startsWith(home) || Files.isDirectory(file) || !makeFolder(file.getParent())) {
      return;
    }
    boolean fresh = !Files.exists(file);
    String line =
        TestEditor.isConfiguration(file) ? "CONFIG_" + pick(names()) + "=y\n" : pick(LINES);
    Files.writeString(file, (fresh ? "" : read(file)) + line);
    log("write '" + line + "'", file);
    editor.changedOnDisk(Map.of(file, fresh ? CREATED : CHANGED));
  }

  private static boolean makeFolder(Path folder) throws IOException {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at)) {
        return false;
      }
    }
    Files.createDirectories(folder);
    return true;
  }

  private void deleteFile() throws IOException {
    Path file = anyFile();
    if (!Files.isDirectory(file) && Files.deleteIfExists(file)) {
      log("delete", file);
      editor.changedOnDisk(Map.of(file, DELETED));
    }
  }

  /** A file or a folder gets another name; some clients tell of a folder only. */
  private void renameOnDisk() throws IOException {
    Path file = anyFile();
    boolean folder =
        random.nextBoolean()
            && !List.of(home, home.resolve("a"), home.resolve("b")).contains(file.getParent());
    Path from = folder ? file.getParent() : file;
    Path to =
        pick(List.of(from.resolveSibling("new"), from.resolveSibling(from.getFileName() + "x")));
    if (!Files.exists(from) || Files.exists(to)) {
      return;
    }
    Map<Path, Integer> changes = new LinkedHashMap<>();
    boolean each = random.nextBoolean();
    addAll(from, DELETED, each, changes);
    Files.move(from, to);
    addAll(to, CREATED, each, changes);
    log("rename " + (each ? "each " : "") + from, to);
    editor.changedOnDisk(changes);
  }

  private static void addAll(Path path, int type, boolean each, Map<Path, Integer> changes)
      throws IOException {
    changes.put(path, type);
    if (each) {
      try (Stream<Path> paths = Files.walk(path)) {
        paths.filter(Files::isRegularFile).forEach(file -> changes.put(file, type));
      }
    }
  }

  /** A file becomes a folder with a file, or a folder goes, or becomes a file. */
  private void fileOrFolder() throws IOException {
    Path file = anyFile();
    Map<Path, Integer> changes = new LinkedHashMap<>();
    if (Files.isRegularFile(file) && random.nextBoolean()) {
      Files.delete(file);
      Files.createDirectory(file);
      Path inside = Files.writeString(file.resolve("Kconfig"), pick(LINES));
      changes.put(file, CHANGED);
      changes.put(inside, CREATED);
    } else if (!List.of(home, home.resolve("a"), home.resolve("b")).contains(file.getParent())) {
      Path folder = file.getParent();
      if (!Files.isDirectory(folder)) {
        return;
      }
      CheckedTree.delete(folder);
      if (random.nextBoolean()) {
        Files.writeString(folder, pick(LINES));
      }
      changes.put(folder, Files.exists(folder) ? CHANGED : DELETED);
    }
    log("file or folder", changes.keySet());
    editor.changedOnDisk(changes);
  }

  private void settings() throws IOException {
    Path file = home.resolve(random.nextInt(4) > 0 ? "a" : "b").resolve(".kconfig-ls.json");
    boolean fresh = !Files.exists(file);
    if (fresh || random.nextBoolean()) {
      String text = pick(SETTINGS);
      log("settings " + text, file);
      Files.writeString(file, text);
      editor.changedOnDisk(Map.of(file, fresh ? CREATED : CHANGED));
    } else {
      log("delete", file);
      Files.delete(file);
      editor.changedOnDisk(Map.of(file, DELETED));
    }
  }

  private void workspaceFolders() throws IOException {
    Path folder = home.resolve(pick(List.of("a", "b", "a/lib", "a/drivers")));
    log("workspace folder", folder);
    if (folders.remove(folder)) {
      editor.changeFolders(List.of(), List.of(folder));
    } else {
      folders.add(folder);
      editor.changeFolders(List.of(folder), List.of());
    }
  }

  /** Another revision: many files change at once. */
  private void checkout() throws IOException {
    Map<Path, Integer> changes = new TreeMap<>();
    for (Path file : files()) {
      if (Files.isRegularFile(file) && random.nextInt(4) == 0) {
        if (random.nextInt(4) == 0) {
          Files.delete(file);
          changes.put(file, DELETED);
        } else {
          String line = TestEditor.isConfiguration(file) ? "CONFIG_SPI=y\n" : pick(LINES);
          Files.writeString(file, read(file) + line);
          changes.put(file, CHANGED);
        }
      }
    }
    log("checkout", changes);
    if (!changes.isEmpty()) {
      editor.changedOnDisk(changes);
    }
  }

  @Override
  public void close() throws Exception {
    editor.close();
  }
}
