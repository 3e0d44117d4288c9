package kconfigls.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Place;
import kconfigls.dialect.Dialect;
import kconfigls.rules.Suppression.RuleId;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** Runs rules; one that throws loses only its own findings. */
public final class RuleRunner {
  private static final int WORTH_SEVERAL_THREADS = 1 << 20;

  private final List<Rule> rules;
  private final RuleSettings settings;
  private final Consumer<RuleFault> faults;

  /**
   * @param faults is told of a rule that throws, by several threads at once
   */
  public RuleRunner(List<Rule> rules, RuleSettings settings, Consumer<RuleFault> faults) {
    this.rules = List.copyOf(rules);
    this.settings = settings;
    this.faults = faults;
  }

  /**
   * Lets comments, and the lists of names that may be undefined, have their say.
   *
   * @param comments of a file, asked once a file
   */
  public Suppressor suppressor(Function<VfsPath, Suppressions> comments) {
    return new Suppressor(comments, settings);
  }

  /** The findings in one file that need no project, sorted. */
  public List<Finding> checkFile(CheckedFile file, List<String> projects) {
    List<Supplier<List<Finding>>> checks = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule instanceof FileRule fileRule
          && isOn(rule, file.dialect())
          && (!file.isBinary() || fileRule.checksBinaryFiles())) {
        checks.add(() -> check(fileRule, file, projects));
      }
    }
    boolean large = file.text().length() >= WORTH_SEVERAL_THREADS;
    List<Finding> findings = large ? beside(checks) : inTurn(checks);
    findings.sort(Finding.ORDER);
    return findings;
  }

  private static List<Finding> inTurn(List<Supplier<List<Finding>>> checks) {
    List<Finding> findings = new ArrayList<>();
    checks.forEach(check -> findings.addAll(check.get()));
    return findings;
  }

  /** A task for each check: some take many times as long as others, and a stream halves blindly. */
  private static List<Finding> beside(List<Supplier<List<Finding>>> checks) {
    List<ForkJoinTask<List<Finding>>> tasks = new ArrayList<>(checks.size());
    checks.forEach(check -> tasks.add(ForkJoinTask.adapt((Callable<List<Finding>>) check::get)));
    ForkJoinTask.invokeAll(tasks);
    List<Finding> findings = new ArrayList<>();
    tasks.forEach(task -> findings.addAll(task.join()));
    return findings;
  }

  private List<Finding> check(FileRule rule, CheckedFile file, List<String> projects) {
    List<Finding> findings = new ArrayList<>();
    FindingSink sink =
        draft -> add(findings, finding(rule.info(), draft, projects, file.dialect()));
    run(rule, file.path(), () -> rule.check(file, sink));
    return findings;
  }

  /**
   * The findings about a file's comments that suppressed nothing.
   *
   * @param unused what they name
   * @param complete whether all projects of the tree were looked at; else nothing is said of rules
   *     that need them
   */
  public List<Finding> checkSuppressions(
      CheckedFile file, List<RuleId> unused, List<String> projects, boolean complete) {
    Set<String> run = unused.isEmpty() ? Set.of() : haveRun(file, complete);
    List<RuleId> judged = unused.stream().filter(rule -> run.contains(rule.id())).toList();
    List<Finding> findings = new ArrayList<>();
    if (!judged.isEmpty()) {
      for (Rule rule : rules) {
        if (rule instanceof SuppressionRule suppressionRule && isOn(rule, file.dialect())) {
          FindingSink sink =
              draft -> add(findings, finding(rule.info(), draft, projects, file.dialect()));
          run(rule, file.path(), () -> suppressionRule.check(file, judged, sink));
        }
      }
    }
    return findings;
  }

  /** The ids of the rules that have judged a file. */
  private Set<String> haveRun(CheckedFile file, boolean complete) {
    return rules.stream()
        .filter(rule -> isOn(rule, file.dialect()) && (complete || rule instanceof FileRule))
        .map(rule -> rule.info().id())
        .collect(Collectors.toSet());
  }

  /** The findings that need the projects, sorted; rules run beside each other. */
  public List<Finding> checkProjects(CheckedProjects projects) {
    Map<VfsPath, List<String>> names = new ConcurrentHashMap<>();
    List<Supplier<List<Finding>>> checks = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule instanceof ProjectRule projectRule && isOnInAny(rule, projects)) {
        checks.add(() -> check(projectRule, projects, names));
      }
    }
    return merged(beside(checks));
  }

  private boolean isOn(Rule rule, Dialect dialect) {
    return settings.isOn(rule.info(), dialect.name());
  }

  private boolean isOnInAny(Rule rule, CheckedProjects projects) {
    return projects.selected().stream().anyMatch(model -> isOn(rule, model.spec().dialect()));
  }

  private List<Finding> check(
      ProjectRule rule, CheckedProjects projects, Map<VfsPath, List<String>> names) {
    projects.cancel().check();
    List<Finding> findings = new ArrayList<>();
    FindingSink sink =
        draft -> {
          VfsPath file = draft.place().file();
          Dialect dialect = projects.dialect(file);
          if (isOn(rule, dialect)) {
            List<String> including = names.computeIfAbsent(file, projects::projectNames);
            add(findings, finding(rule.info(), draft, including, dialect));
          }
        };
    VfsPath root = projects.selected().getFirst().spec().root();
    run(rule, root, () -> rule.check(projects.withOwnBudget(), sink));
    return findings;
  }

  /**
   * The findings in configuration files, sorted.
   *
   * @param configs the same files in the light of each project that they are for: what is said
   *     holds in all of them
   */
  public List<Finding> checkConfig(List<CheckedConfig> configs) {
    return checkConfig(configs, CancelToken.NONE);
  }

  /** The same, as long as anybody wants it. */
  public List<Finding> checkConfig(List<CheckedConfig> configs, CancelToken cancel) {
    Map<ConfigKey, Finding> common = new LinkedHashMap<>();
    List<String> names =
        configs.stream().map(CheckedConfig::projectName).filter(name -> !name.isEmpty()).toList();
    for (CheckedConfig config : configs) {
      if (common.isEmpty() && config != configs.getFirst()) {
        break;
      }
      cancel.check();
      Map<ConfigKey, Finding> found = new LinkedHashMap<>();
      for (Finding finding : findings(config, names)) {
        ConfigKey key = new ConfigKey(finding.rule().id(), finding.place());
        if (config == configs.getFirst() || common.containsKey(key)) {
          found.putIfAbsent(key, common.getOrDefault(key, finding));
        }
      }
      common = found;
    }
    return common.values().stream().sorted(Finding.ORDER).toList();
  }

  /** What makes findings of several projects the same. */
  private record ConfigKey(String rule, Place place) {}

  private List<Finding> findings(CheckedConfig config, List<String> names) {
    List<Finding> findings = new ArrayList<>();
    Set<VfsPath> reported = config.reported();
    for (Rule rule : rules) {
      if (rule instanceof ConfigRule configRule && isOn(rule, config.dialect())) {
        FindingSink sink =
            draft -> {
              if (reported.contains(draft.place().file())) {
                add(findings, finding(rule.info(), draft, names, config.dialect()));
              }
            };
        VfsPath first = reported.stream().findFirst().orElseGet(() -> config.path(""));
        run(rule, first, () -> configRule.check(config, sink));
      }
    }
    return findings;
  }

  /** Empty if the rule is off in the draft's file. */
  private Optional<Finding> finding(
      RuleInfo rule, Draft draft, List<String> including, Dialect dialect) {
    @Nullable List<String> given = draft.projects();
    return settings
        .severity(rule, dialect.name(), draft)
        .map(
            severity ->
                new Finding(
                    rule,
                    severity,
                    draft.message(),
                    draft.symbol(),
                    draft.place(),
                    List.copyOf(draft.related()),
                    given == null ? including : given,
                    guarded(rule, draft)));
  }

  private static void add(List<Finding> findings, Optional<Finding> finding) {
    finding.ifPresent(findings::add);
  }

  /** The fixes; of a rule that throws there are none. */
  private Fixes guarded(RuleInfo rule, Draft draft) {
    Fixes fixes = draft.fixes();
    return fixes == Fixes.NONE
        ? fixes
        : () -> {
          try {
            return fixes.all();
          } catch (RuntimeException | Error e) {
            faults.accept(new RuleFault(rule.id(), draft.place().file(), e));
            return List.of();
          }
        };
  }

  private void run(Rule rule, VfsPath file, Runnable check) {
    try {
      check.run();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      faults.accept(new RuleFault(rule.info().id(), file, e));
    }
  }

  /** One finding for what holds in several projects. */
  private static List<Finding> merged(List<Finding> findings) {
    // what one rule finds mostly comes in order, and the sort makes use of such runs
    findings.sort(Finding.ORDER);
    List<Finding> merged = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      boolean again = !merged.isEmpty() && Finding.ORDER.compare(merged.getLast(), finding) == 0;
      if (again) {
        merged.set(merged.size() - 1, join(merged.getLast(), finding));
      } else {
        merged.add(finding);
      }
    }
    return merged;
  }

  private static Finding join(Finding a, Finding b) {
    Set<String> projects = new LinkedHashSet<>(a.projects());
    projects.addAll(b.projects());
    return a.in(List.copyOf(projects));
  }
}
