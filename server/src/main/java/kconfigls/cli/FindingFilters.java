package kconfigls.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kconfigls.cli.report.CheckResult;
import kconfigls.cli.report.CheckResult.Region;
import kconfigls.cli.report.CheckResult.Reported;
import kconfigls.io.BaselineFile;
import kconfigls.io.git.ChangedLines;
import kconfigls.io.git.GitChanges;
import kconfigls.io.git.GitException;
import kconfigls.text.PositionEncoding;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that leave out findings: those that are known, and those that are not new. */
final class FindingFilters {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "leave out the findings that FILE names")
  private @Nullable Path known;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "write the findings to FILE, and leave them out")
  private @Nullable Path written;

  @Option(
      names = "--diff",
      paramLabel = "REV",
      description = "only findings on lines that have changed since the git revision")
  private @Nullable String revision;

  /**
   * What is left of a result.
   *
   * @param inScope the files that were looked at
   * @param notes takes what is worth knowing; null for nobody
   */
  CheckResult apply(CheckResult result, Predicate<VfsPath> inScope, @Nullable PrintWriter notes) {
    CheckResult left = result;
    if (known != null) {
      BaselineFile baseline = read(known, result);
      left = without(baseline, result);
      if (notes != null) {
        tellUnmatched(baseline, result, inScope, notes);
      }
    }
    if (written != null) {
      write(result, written);
      left = left.with(List.of(), left.suppressed() + left.findings().size());
    }
    return revision == null ? left : changed(left, revision);
  }

  private static BaselineFile read(Path file, CheckResult result) {
    BaselineFile baseline;
    try {
      baseline = BaselineFile.read(file);
    } catch (BaselineFile.InvalidException e) {
      throw new UsageException("--baseline: " + e.getMessage());
    }
    String dialect = dialect(result);
    if (!baseline.dialect().equals(dialect)) {
      throw new UsageException(
          "--baseline: "
              + file
              + " is of another tree: its dialect is "
              + baseline.dialect()
              + ", this one's is "
              + dialect);
    }
    boolean here =
        baseline.entries().isEmpty()
            || baseline.entries().stream().anyMatch(entry -> exists(entry, result));
    if (!here) {
      throw new UsageException(
          "--baseline: " + file + " is of another tree: none of its files is here");
    }
    return baseline;
  }

  private static boolean exists(BaselineFile.Entry entry, CheckResult result) {
    return Files.exists(Path.of(result.root().resolve(entry.file()).text()));
  }

  private static String dialect(CheckResult result) {
    return result.projects().isEmpty()
        ? "generic"
        : result.projects().getFirst().spec().dialect().name();
  }

  private static CheckResult without(BaselineFile baseline, CheckResult result) {
    Set<String> names =
        baseline.entries().stream()
            .map(BaselineFile.Entry::fingerprint)
            .collect(Collectors.toCollection(HashSet::new));
    List<Reported> left =
        result.findings().stream().filter(each -> !names.contains(each.fingerprint())).toList();
    int suppressed = result.suppressed() + result.findings().size() - left.size();
    return result.with(left, suppressed);
  }

  private static void tellUnmatched(
      BaselineFile baseline, CheckResult result, Predicate<VfsPath> inScope, PrintWriter notes) {
    Set<String> found =
        result.findings().stream()
            .map(Reported::fingerprint)
            .collect(Collectors.toCollection(HashSet::new));
    baseline.entries().stream()
        .filter(entry -> !found.contains(entry.fingerprint()))
        .filter(entry -> inScope.test(result.root().resolve(entry.file())))
        .forEach(
            entry ->
                notes.println(
                    "kconfig-ls: the baseline names what is not found any more: "
                        + entry.file()
                        + ": ["
                        + entry.rule()
                        + "] "
                        + entry.message()));
  }

  private static void write(CheckResult result, Path file) {
    List<BaselineFile.Entry> entries =
        result.findings().stream().map(each -> entry(each, result)).toList();
    try {
      new BaselineFile(dialect(result), entries).write(file, result.repository());
    } catch (IOException e) {
      throw new UsageException(
          "--write-baseline: " + file + " cannot be written: " + e.getMessage());
    }
  }

  private static BaselineFile.Entry entry(Reported reported, CheckResult result) {
    return new BaselineFile.Entry(
        reported.fingerprint(),
        reported.finding().rule().id(),
        reported.finding().place().file().relativeTo(result.root()),
        reported.finding().message());
  }

  private static CheckResult changed(CheckResult result, String revision) {
    Set<VfsPath> files =
        result.findings().stream()
            .map(each -> each.finding().place().file())
            .collect(Collectors.toCollection(HashSet::new));
    Map<VfsPath, ChangedLines> changes;
    try {
      changes = GitChanges.since(revision, result.root(), files);
    } catch (GitException e) {
      throw new UsageException("--diff: " + e.getMessage());
    }
    List<Reported> left =
        result.findings().stream().filter(each -> isChanged(each, result, changes)).toList();
    return result.with(left, result.suppressed());
  }

  private static boolean isChanged(
      Reported reported, CheckResult result, Map<VfsPath, ChangedLines> changes) {
    ChangedLines lines = changes.get(reported.finding().place().file());
    Region region = result.region(reported.finding().place(), PositionEncoding.UTF16);
    return lines != null && lines.touches(region.startLine(), region.endLine());
  }
}
