package kconfigls.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.syntax.SyntaxTree;
import kconfigls.text.LineIndex;
import kconfigls.text.SourceText;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/**
 * Fixes that can be applied together: of two that touch the same entry the first, and none that
 * touches what another one relies on. What is left waits for the next round.
 *
 * @param texts the new texts of the files that change
 * @param refused fixes that would touch a line with a syntax error, or that would leave a new one
 */
public record FixRound(
    Map<VfsPath, SourceText> texts, List<Applied> applied, List<Applied> refused) {
  /** A fix and the finding that it is for. */
  public record Applied(Finding finding, Fix fix) {}

  /** The files that findings are in. */
  public interface Files {
    Optional<FileCell> cell(VfsPath path);
  }

  /** Applies, for each finding in order, the first of its fixes that is wanted. */
  public static FixRound of(List<Finding> findings, Files files, Predicate<Applied> wanted) {
    return new Run(files).of(findings, wanted);
  }

  /** What one round has chosen so far. */
  private static final class Run {
    private static final Set<ProblemKind> OF_THE_WHOLE_FILE =
        Set.of(
            ProblemKind.CARRIAGE_RETURN,
            ProblemKind.BYTE_ORDER_MARK,
            ProblemKind.MISSING_FINAL_NEWLINE);

    private final Files files;
    private final Map<VfsPath, TakenRanges> edited = new HashMap<>();
    private final Map<VfsPath, TakenRanges> reliedOn = new HashMap<>();
    private final Map<VfsPath, Problems> problems = new HashMap<>();
    private final List<Applied> refused = new ArrayList<>();

    Run(Files files) {
      this.files = files;
    }

    FixRound of(List<Finding> findings, Predicate<Applied> wanted) {
      List<Applied> chosen = new ArrayList<>();
      for (Finding finding : findings) {
        finding.fixes().all().stream()
            .map(fix -> new Applied(finding, fix))
            .filter(wanted)
            .findFirst()
            .filter(this::isPossible)
            .filter(this::isFree)
            .ifPresent(chosen::add);
      }
      Map<VfsPath, SourceText> texts = texts(chosen);
      for (List<VfsPath> broken = broken(texts); !broken.isEmpty(); broken = broken(texts)) {
        for (VfsPath file : broken) {
          chosen.removeAll(breaking(file, chosen));
        }
        texts = texts(chosen);
      }
      return new FixRound(texts, List.copyOf(chosen), List.copyOf(refused));
    }

    /** Whether the lines that change have no syntax error but the one that is repaired. */
    private boolean isPossible(Applied applied) {
      for (Fix.Edit edit : applied.fix().edits()) {
        Optional<FileCell> cell = files.cell(edit.place().file());
        if (cell.isEmpty() || !isPossible(cell.get(), applied.finding().place(), edit)) {
          refused.add(applied);
          return false;
        }
      }
      return !applied.fix().edits().isEmpty();
    }

    private boolean isPossible(FileCell cell, Place finding, Fix.Edit edit) {
      Problems problems = this.problems.computeIfAbsent(cell.path(), path -> Problems.of(cell));
      boolean repairs = finding.file().equals(cell.path()) && problems.all().touch(finding.range());
      return repairs
          || !problems.ofLines().touch(lines(cell.source().lines(), edit.place().range()));
    }

    /** The syntax errors of a file, and those that are about a line of it. */
    private record Problems(SortedRanges all, SortedRanges ofLines) {
      static Problems of(FileCell cell) {
        return new Problems(
            ranges(cell, problem -> true),
            ranges(cell, problem -> !OF_THE_WHOLE_FILE.contains(problem.kind())));
      }

      private static SortedRanges ranges(FileCell cell, Predicate<SyntaxProblem> wanted) {
        return new SortedRanges(
            cell.problems().stream().filter(wanted).map(SyntaxProblem::range).toList());
      }
    }

    private static TextRange lines(LineIndex lines, TextRange range) {
      int last = lines.lineOf(Math.max(range.start(), range.end() - 1));
      return new TextRange(lines.start(lines.lineOf(range.start())), lines.end(last));
    }

    /** Whether no other fix touches what this one touches or relies on; it is taken then. */
    private boolean isFree(Applied applied) {
      List<Place> own = applied.fix().edits().stream().map(edit -> zone(edit.place())).toList();
      List<Place> others =
          applied.finding().related().stream().map(related -> zone(related.place())).toList();
      boolean free =
          own.stream().noneMatch(place -> isIn(edited, place) || isIn(reliedOn, place))
              && others.stream().noneMatch(place -> isIn(edited, place));
      if (free) {
        own.forEach(place -> add(edited, place));
        others.forEach(place -> add(reliedOn, place));
      }
      return free;
    }

    /** A place, widened to the entry that it is in; of a block the first line alone. */
    private Place zone(Place place) {
      Optional<FileCell> cell = files.cell(place.file());
      if (cell.isEmpty()) {
        return place;
      }
      TextRange range = place.range();
      Optional<Statement> statement =
          Nodes.statementAt(cell.get().tree().statements(), range.start());
      if (statement.isPresent() && statement.get() instanceof Statement.Block block) {
        boolean isWhole = range.equals(block.range());
        LineIndex lines = cell.get().source().lines();
        int end = isWhole ? lines.end(lines.lineOf(range.start())) : range.end();
        return new Place(place.file(), new TextRange(range.start(), end));
      }
      return statement
          .map(found -> new Place(place.file(), found.range().union(range)))
          .orElse(place);
    }

    private static boolean isIn(Map<VfsPath, TakenRanges> taken, Place place) {
      TakenRanges ranges = taken.get(place.file());
      return ranges != null && ranges.overlaps(place.range());
    }

    private static void add(Map<VfsPath, TakenRanges> taken, Place place) {
      taken.computeIfAbsent(place.file(), file -> new TakenRanges()).add(place.range());
    }

    private Map<VfsPath, SourceText> texts(List<Applied> chosen) {
      Map<VfsPath, List<TextEdit>> edits = new LinkedHashMap<>();
      for (Applied applied : chosen) {
        edits(applied)
            .forEach(
                (file, own) -> edits.computeIfAbsent(file, key -> new ArrayList<>()).addAll(own));
      }
      Map<VfsPath, SourceText> texts = new LinkedHashMap<>();
      edits.forEach(
          (file, list) -> texts.put(file, files.cell(file).orElseThrow().source().with(list)));
      return texts;
    }

    private List<VfsPath> broken(Map<VfsPath, SourceText> texts) {
      return texts.entrySet().stream()
          .filter(each -> !isSound(each.getKey(), each.getValue()))
          .map(Map.Entry::getKey)
          .toList();
    }

    /** Whether the text has no syntax error of a kind that it has more of than before. */
    private boolean isSound(VfsPath file, SourceText text) {
      FileCell cell = files.cell(file).orElseThrow();
      Map<ProblemKind, Integer> before = count(cell.tree());
      return count(cell.treeOf(text)).entrySet().stream()
              .allMatch(entry -> entry.getValue() <= before.getOrDefault(entry.getKey(), 0))
          && text.isEncodable();
    }

    private static Map<ProblemKind, Integer> count(SyntaxTree tree) {
      Map<ProblemKind, Integer> counts = new EnumMap<>(ProblemKind.class);
      tree.problems().forEach(problem -> counts.merge(problem.kind(), 1, Integer::sum));
      return counts;
    }

    /** The fixes that leave a new syntax error in a file, each tried with the others before it. */
    private Set<Applied> breaking(VfsPath file, List<Applied> chosen) {
      List<Applied> own =
          chosen.stream().filter(applied -> edits(applied).containsKey(file)).toList();
      Set<Applied> breaking = Collections.newSetFromMap(new IdentityHashMap<>());
      addBreaking(file, own, new ArrayList<>(), breaking);
      refused.addAll(own.stream().filter(breaking::contains).toList());
      return breaking;
    }

    /**
     * Tries fixes all at once, and halves of them if that fails: few of many break anything, and
     * each try parses the file.
     *
     * @param sound the edits of those before them; gets theirs
     */
    private void addBreaking(
        VfsPath file, List<Applied> tried, List<TextEdit> sound, Set<Applied> breaking) {
      int before = sound.size();
      tried.forEach(applied -> sound.addAll(edits(applied).getOrDefault(file, List.of())));
      if (isSound(file, files.cell(file).orElseThrow().source().with(sound))) {
        return;
      }
      sound.subList(before, sound.size()).clear();
      if (tried.size() == 1) {
        breaking.add(tried.getFirst());
        return;
      }
      int half = tried.size() / 2;
      addBreaking(file, tried.subList(0, half), sound, breaking);
      addBreaking(file, tried.subList(half, tried.size()), sound, breaking);
    }

    /** What a fix does to each file. */
    private static Map<VfsPath, List<TextEdit>> edits(Applied applied) {
      Map<VfsPath, List<TextEdit>> edits = new LinkedHashMap<>();
      for (Fix.Edit edit : applied.fix().edits()) {
        edits
            .computeIfAbsent(edit.place().file(), file -> new ArrayList<>())
            .add(new TextEdit(edit.place().range(), edit.text()));
      }
      return edits;
    }
  }
}
