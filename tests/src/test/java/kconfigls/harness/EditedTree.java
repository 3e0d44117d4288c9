package kconfigls.harness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Workspace;
import kconfigls.ide.RenamedFile;
import kconfigls.ide.Renames;
import kconfigls.text.SourceText;
import kconfigls.usage.FileUses;
import kconfigls.usage.SourceIndex;
import kconfigls.usage.SourceTexts;
import kconfigls.usage.UseScanner;
import kconfigls.usage.WordSearch;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;

/** A tree on disk whose texts are edited in memory only. */
public final class EditedTree {
  private final Workspace workspace;
  private final SourceIndex onDisk;
  private final UseScanner scanner;
  private final Map<VfsPath, String> edited = new HashMap<>();

  public EditedTree(Workspace workspace, SourceIndex onDisk) {
    this.workspace = workspace;
    this.onDisk = onDisk;
    this.scanner = new UseScanner(onDisk.spelling());
  }

  /** The texts of the files that were edited. */
  public Map<VfsPath, String> edited() {
    return edited;
  }

  public Semantics semantics() {
    return new Semantics(workspace.snapshot());
  }

  /** Renames a symbol at its first definition. */
  public Renames.Outcome rename(String name, String newName) {
    Semantics semantics = semantics();
    var place = semantics.definitions(name).getFirst();
    FileCell cell = semantics.snapshot().present(place.file()).orElseThrow();
    int offset = place.range().start();
    return Renames.rename(semantics, cell, offset, newName, sources(), CancelToken.NONE);
  }

  /** Makes edits; Kconfig files change in the workspace too. */
  public void apply(List<RenamedFile> files) {
    Map<VfsPath, FileState> states = new HashMap<>();
    for (RenamedFile file : files) {
      SourceText after = file.after();
      edited.put(file.file(), after.text());
      if (workspace.snapshot().present(file.file()).isPresent()) {
        states.put(file.file(), new FileState.Present(after, FileState.Origin.DISK, 0));
      }
    }
    workspace.apply(new Change.Files(states, Map.of()));
  }

  /** The index of the texts as they are now. */
  public SourceIndex sources() {
    List<FileUses> uses = new ArrayList<>();
    for (FileUses file : onDisk.files()) {
      if (!edited.containsKey(file.path())) {
        uses.add(file);
      }
    }
    edited.forEach((path, text) -> uses.add(scanner.scan(path, text)));
    return SourceIndex.of(onDisk.spelling(), new Texts(), uses);
  }

  /** The edited texts over those on disk. */
  private final class Texts implements SourceTexts {
    @Override
    public Optional<String> text(VfsPath file) {
      return edited.containsKey(file) ? Optional.of(edited.get(file)) : onDisk.texts().text(file);
    }

    @Override
    public Set<String> mentioned(Set<String> words, Predicate<VfsPath> files) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<VfsPath> naming(Set<String> words, Predicate<VfsPath> files) {
      WordSearch search = new WordSearch(words);
      List<VfsPath> found =
          new ArrayList<>(
              onDisk.texts().naming(words, path -> files.test(path) && !edited.containsKey(path)));
      edited.forEach(
          (path, text) -> {
            Set<String> here = new HashSet<>();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            search.search(bytes, bytes.length, here);
            if (files.test(path) && !here.isEmpty()) {
              found.add(path);
            }
          });
      return found;
    }
  }
}
