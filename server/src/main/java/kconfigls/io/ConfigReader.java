package kconfigls.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import kconfigls.dialect.Feature;
import kconfigls.model.ProjectSpec;
import kconfigls.syntax.ConfigLine;
import kconfigls.syntax.ConfigTree;
import kconfigls.syntax.parse.ConfigParser;
import kconfigls.syntax.parse.RenameParser;
import kconfigls.text.SourceText;
import kconfigls.values.ConfigFile;
import kconfigls.values.ConfigFile.Inclusion;
import kconfigls.values.ConfigStack;
import kconfigls.values.ConfigStack.RenameFile;
import kconfigls.vfs.VfsPath;

/** Reads configuration files with all that belongs to them in a project's dialect. */
public final class ConfigReader {
  private static final Pattern LONE_CR = Pattern.compile("\r(?!\n)");
  private static final int MAX_BYTES = 256 << 20;
  private static final int MAX_INCLUSIONS = 10_000;

  /** Where the texts of files come from. */
  public interface Texts {
    /** The text of a file, as {@link ConfigReader#text} reads it. */
    SourceText of(Path path) throws IOException;
  }

  private final ProjectSpec spec;
  private final Texts texts;
  private final AllowedFolders allowed;
  private int inclusions;

  private ConfigReader(List<Path> paths, ProjectSpec spec, Texts texts) {
    this.spec = spec;
    this.texts = texts;
    Set<VfsPath> folders = new LinkedHashSet<>(spec.folders());
    paths.forEach(path -> folders.addAll(AllowedFolders.around(vfs(path))));
    this.allowed = new AllowedFolders(folders);
  }

  private static VfsPath vfs(Path path) {
    return VfsPath.of(path.toAbsolutePath().toString());
  }

  /**
   * The files, later ones over earlier ones. ESP-IDF reads {@code sdkconfig.defaults.esp32} after
   * {@code sdkconfig.defaults} where {@code IDF_TARGET} is {@code esp32}. What they include is read
   * from the project's folders and from their own only.
   *
   * @throws IOException if a file cannot be read; the message names it
   */
  public static ConfigStack read(List<Path> paths, ProjectSpec spec) throws IOException {
    return read(paths, spec, ConfigReader::text);
  }

  /** The same from texts that may be others than those on disk. */
  public static ConfigStack read(List<Path> paths, ProjectSpec spec, Texts texts)
      throws IOException {
    ConfigReader reader = new ConfigReader(paths, spec, texts);
    List<ConfigFile> files = new ArrayList<>();
    for (Path path : reader.withTargets(paths)) {
      files.add(reader.file(path, new LinkedHashSet<>()));
    }
    List<RenameFile> renames = new ArrayList<>();
    for (VfsPath path : reader.renameFiles()) {
      SourceText source = texts.of(Path.of(path.text()));
      renames.add(new RenameFile(path.relativeTo(spec.srctree()), RenameParser.parse(source)));
    }
    return new ConfigStack(files, renames);
  }

  /**
   * One file, and what belongs to it, as an editor has them.
   *
   * @param renames whether it is a file that tells new names of symbols
   * @param held the texts that the editor holds
   * @throws IOException if a file cannot be read; the message names it
   */
  public static ConfigStack read(
      VfsPath file, boolean renames, ProjectSpec spec, Function<VfsPath, Optional<SourceText>> held)
      throws IOException {
    Texts texts =
        path -> {
          Optional<SourceText> text = held.apply(VfsPath.of(path.toString()));
          return text.isPresent() ? text.get() : text(path);
        };
    try {
      List<Path> paths = List.of(Path.of(file.text()));
      return renames ? readRenames(paths, texts) : read(paths, spec, texts);
    } catch (InvalidPathException e) {
      throw new IOException(file + " is no path", e);
    }
  }

  /**
   * Files that tell new names of symbols, by themselves.
   *
   * @throws IOException if a file cannot be read; the message names it
   */
  public static ConfigStack readRenames(List<Path> paths, Texts texts) throws IOException {
    List<RenameFile> renames = new ArrayList<>();
    for (Path path : paths) {
      renames.add(new RenameFile(path.toString(), RenameParser.parse(texts.of(path))));
    }
    return new ConfigStack(List.of(), renames);
  }

  private List<Path> withTargets(List<Path> paths) {
    List<Path> all = new ArrayList<>();
    String target = spec.environment().get("IDF_TARGET");
    for (Path path : paths) {
      all.add(path);
      boolean defaults = String.valueOf(path.getFileName()).startsWith("sdkconfig.defaults");
      if (defaults && target != null && spec.dialect().has(Feature.SDKCONFIG)) {
        Path sibling = path.resolveSibling(path.getFileName() + "." + target);
        if (Files.isRegularFile(sibling)
            && allowed.contain(vfs(sibling))
            && !paths.contains(sibling)
            && !all.contains(sibling)) {
          all.add(sibling);
        }
      }
    }
    return all;
  }

  /** Those of the tree, of ESP-IDF itself, and of their components, for all targets and for one. */
  private Set<VfsPath> renameFiles() {
    Set<VfsPath> found = new LinkedHashSet<>();
    if (spec.dialect().has(Feature.SDKCONFIG)) {
      Set<String> folders = new LinkedHashSet<>(List.of(spec.srctree().text()));
      String framework = spec.environment().get("IDF_PATH");
      if (framework != null) {
        folders.add(spec.srctree().resolve(framework).text());
      }
      String target = spec.environment().get("IDF_TARGET");
      for (String folder : folders) {
        for (String place : List.of("", "components/*/")) {
          found.addAll(GlobFinder.find(VfsPath.of(folder), place + "sdkconfig.rename", allowed));
          if (target != null) {
            String named = place + "sdkconfig.rename." + target;
            found.addAll(GlobFinder.find(VfsPath.of(folder), named, allowed));
          }
        }
      }
    }
    found.removeIf(file -> !allowed.contain(file));
    return found;
  }

  /**
   * The text of a file on disk.
   *
   * @throws IOException if it cannot be read, or is too large; the message names it
   */
  public static SourceText text(Path path) throws IOException {
    return switch (RegularFiles.read(path, MAX_BYTES)) {
      case RegularFiles.Content.Bytes bytes -> SourceText.of(bytes.array());
      case RegularFiles.Content.Absent absent -> throw new IOException(path + " does not exist");
      case RegularFiles.Content.Folder folder -> throw new IOException(path + " is a folder");
      case RegularFiles.Content.Unreadable(String reason) ->
          throw new IOException(path + ": " + reason);
    };
  }

  /**
   * @param open the files whose inclusion leads here
   */
  private ConfigFile file(Path path, Set<Path> open) throws IOException {
    SourceText source = texts.of(path);
    if (spec.dialect().has(Feature.PYTHON_CONFIGS)) {
      // Python ends a line at a CR alone, too; no offset moves
      source = SourceText.of(LONE_CR.matcher(source.text()).replaceAll("\n"));
    }
    ConfigTree tree = ConfigParser.parse(source);
    Map<Integer, Inclusion> found = new HashMap<>();
    if (spec.dialect().has(Feature.CONFIG_INCLUDES)) {
      Path real = Files.exists(path) ? path.toRealPath() : path;
      open.add(real);
      for (int number = 0; number < tree.lines().size(); number++) {
        if (tree.lines().get(number) instanceof ConfigLine.Include line) {
          found.put(number, inclusion(line, tree.source().text(), path, open));
        }
      }
      open.remove(real);
    }
    return new ConfigFile(path.toString(), tree, found);
  }

  private Inclusion inclusion(ConfigLine.Include line, String text, Path from, Set<Path> open) {
    String name = line.path().of(text);
    boolean quoted = text.charAt(line.open()) == '"';
    try {
      Path inTree = Path.of(spec.srctree().text()).resolve(name);
      Path beside = from.resolveSibling(name);
      boolean near = quoted && allowed.contain(vfs(beside)) && Files.exists(beside);
      Path path = near ? beside : inTree;
      if (!allowed.contain(vfs(path))) {
        return new Inclusion.Failed("'" + name + "' lies outside of the tree: it is not read");
      }
      if (!Files.exists(path)) {
        return new Inclusion.Failed("'" + name + "' does not exist");
      }
      if (open.contains(path.toRealPath())) {
        return new Inclusion.Failed("'" + name + "' includes itself");
      }
      if (++inclusions > MAX_INCLUSIONS) {
        return new Inclusion.Failed("more than " + MAX_INCLUSIONS + " files are included");
      }
      return new Inclusion.Found(file(path, open));
    } catch (IOException | InvalidPathException e) {
      return new Inclusion.Failed("'" + name + "' cannot be read: " + e.getMessage());
    }
  }
}
