package kconfigls.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kconfigls.cli.report.CheckResult;
import kconfigls.cli.report.CheckResult.Reported;
import kconfigls.io.DiskLoader;
import kconfigls.rules.Fix;
import kconfigls.text.SourceText;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;

/** The safe fixes of configuration files that can be made at once. */
final class ConfigFixes {
  private final Map<VfsPath, SourceText> texts;
  private final Map<VfsPath, List<TextEdit>> edits = new LinkedHashMap<>();
  private int applied;

  /** Where the edits of each file start and end. */
  private final Map<VfsPath, TreeMap<Integer, Integer>> taken = new HashMap<>();

  /** Whether the findings of a file were found in the text that may change. */
  private final Map<VfsPath, Boolean> isSame = new HashMap<>();

  private ConfigFixes(Map<VfsPath, SourceText> texts) {
    this.texts = texts;
  }

  /** The texts on disk of the named files. */
  static Map<VfsPath, SourceText> fixable(List<Path> alone, List<Path> merged) {
    Map<VfsPath, SourceText> texts = new HashMap<>();
    List<Path> all = new ArrayList<>(alone);
    all.addAll(merged);
    for (Path path : all) {
      VfsPath file = TreeOptions.vfs(path);
      if (DiskLoader.load(file) instanceof FileState.Present present) {
        texts.put(file, present.source());
      }
    }
    return texts;
  }

  /**
   * The first safe fix of each finding, but of two that touch the same text the first.
   *
   * @param texts of the files that may change
   */
  static ConfigFixes of(CheckResult result, Map<VfsPath, SourceText> texts) {
    ConfigFixes fixes = new ConfigFixes(texts);
    for (Reported reported : result.findings()) {
      if (texts.containsKey(reported.finding().place().file())) {
        Optional<Fix> safe =
            reported.finding().fixes().all().stream().filter(Fix::safe).findFirst();
        safe.filter(fix -> fixes.isPossible(fix, result)).ifPresent(fixes::take);
      }
    }
    return fixes;
  }

  private boolean isPossible(Fix fix, CheckResult result) {
    return fix.edits().stream().allMatch(edit -> isPossible(edit, result));
  }

  /** Whether the text is the one that the finding was found in, and still free. */
  private boolean isPossible(Fix.Edit edit, CheckResult result) {
    VfsPath file = edit.place().file();
    SourceText text = texts.get(file);
    // where a CR alone ends a line the text is not that of the file
    return text != null
        && isSame.computeIfAbsent(
            file, path -> result.sources().source(path).filter(text::equals).isPresent())
        && isFree(file, edit.place().range());
  }

  private boolean isFree(VfsPath file, TextRange range) {
    // those that are taken do not overlap, so that the last one before the end is the only one
    var before = taken.getOrDefault(file, new TreeMap<>()).floorEntry(range.end());
    return before == null || before.getValue() <= range.start();
  }

  private void take(Fix fix) {
    applied++;
    for (Fix.Edit edit : fix.edits()) {
      TextRange range = edit.place().range();
      taken
          .computeIfAbsent(edit.place().file(), file -> new TreeMap<>())
          .merge(range.start(), range.end(), Math::max);
      edits
          .computeIfAbsent(edit.place().file(), file -> new ArrayList<>())
          .add(new TextEdit(edit.place().range(), edit.text()));
    }
  }

  int applied() {
    return applied;
  }

  /** The texts with the fixes, of the files that change. */
  Map<VfsPath, SourceText> changed() {
    Map<VfsPath, SourceText> changed = new LinkedHashMap<>();
    edits.forEach(
        (file, list) -> {
          SourceText text = texts.get(file);
          if (text != null) {
            changed.put(file, text.with(list));
          }
        });
    return changed;
  }
}
