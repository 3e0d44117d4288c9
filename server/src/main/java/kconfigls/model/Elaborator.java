package kconfigls.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.model.ProjectModel.ExpandedReference;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.FileOutline;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.outline.Reference;
import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;

/** Links outlines into a project, in inclusion order and in one pass. */
public final class Elaborator {
  /** What a file may lack that is looked at without the tree that includes it. */
  private static final Set<ModelIssue.Kind> LACKS =
      EnumSet.of(
          ModelIssue.Kind.MISSING_FILE,
          ModelIssue.Kind.FOLDER_SOURCED,
          ModelIssue.Kind.GLOB_WITHOUT_MATCH,
          ModelIssue.Kind.OPTIONAL_GLOB_WITHOUT_MATCH,
          ModelIssue.Kind.UNRESOLVED_PATH,
          ModelIssue.Kind.OUTSIDE_TREE);

  private static final int MAX_INSTANCES = 50_000;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_NESTING = 500;

  private final ProjectSpec spec;
  private final MacroScope scope;
  private final SourceResolver resolver;
  private final Map<String, Symbol> symbols = new LinkedHashMap<>(1 << 12);
  private final List<FileInstance> instances = new ArrayList<>();
  private final Map<VfsPath, List<FileInstance>> byFile = new LinkedHashMap<>();
  private final Map<FileKey, List<MenuNode>> macroNodes = new HashMap<>();

  /** The references with macros by the key of their statement, of each file. */
  private final Map<FileOutline, Map<Integer, List<Reference>>> macroReferences =
      new IdentityHashMap<>();

  private final List<ExpandedReference> expandedReferences = new ArrayList<>();
  private final List<ModelIssue> issues = new ArrayList<>();
  private final Set<FileKey> cycles = new HashSet<>();
  private final boolean lastTypeCounts;
  private final Set<Gaps.NameShape> openNames = new HashSet<>();
  private final Set<String> openTargets = new HashSet<>();
  private final VariantSymbols variants = new VariantSymbols();
  private boolean open;

  private Elaborator(ProjectSpec spec, Inputs inputs) {
    this.spec = spec;
    this.scope = new MacroScope(spec, place -> inputs.line(place.file(), place.key()));
    this.resolver = new SourceResolver(spec, inputs);
    this.lastTypeCounts = spec.dialect().has(Feature.LAST_LINE_COUNTS);
  }

  /** The model of a project, as far as its inputs are loaded. */
  public static ProjectModel elaborate(ProjectSpec spec, Inputs inputs) {
    return new Elaborator(spec, inputs).run();
  }

  private ProjectModel run() {
    FileInstance rootFile = new FileInstance(0, spec.root(), null, -1);
    MenuNode menu =
        new MenuNode(new Item.MainMenu(-1, ""), rootFile, null, null, List.of(), Expr.Y);
    if (resolver.file(spec.root()) instanceof FileInput.Present present) {
      include(new Frame(rootFile, present.outline(), name(spec.root())), menu);
    } else {
      open = true;
    }
    boolean complete = resolver.missing().isEmpty();
    return new ProjectModel(
        spec,
        menu,
        symbols,
        new ReverseIndex(menu),
        instances,
        byFile,
        macroNodes,
        expandedReferences,
        issues,
        scope.issues(),
        scope.lines(),
        resolver.missing(),
        resolver.files(),
        resolver.globs(),
        variants.besides(symbols),
        new Gaps(open || !complete || spec.isFragment(), openNames, openTargets));
  }

  private void include(Frame frame, MenuNode parent) {
    FileInstance instance = frame.instance();
    instances.add(instance);
    byFile.computeIfAbsent(instance.file(), k -> new ArrayList<>(1)).add(instance);
    items(frame.outline().items(), frame, parent);
  }

  /**
   * The file instance being linked.
   *
   * @param name that of the file as the dialect's program has it
   */
  private record Frame(FileInstance instance, FileOutline outline, String name) {
    MacroSite site(int key) {
      return new MacroSite(instance, key, name, false, false);
    }
  }

  private void items(List<Item> items, Frame frame, MenuNode parent) {
    items.forEach(item -> item(item, frame, parent));
  }

  private void item(Item item, Frame frame, MenuNode parent) {
    switch (item) {
      case Item.Entry entry -> entry(entry, frame, parent);
      case Item.Choice choice -> {
        expandName(choice.name() == null ? "" : choice.name(), choice, frame);
        List<Prop> props = props(choice.props(), choice.macros(), choice, frame);
        items(choice.items(), frame, block(choice, frame, parent, props, Expr.Y));
      }
      case Item.Menu menu -> {
        expandText(menu.prompt(), menu, frame);
        List<Prop> props = props(menu.props(), menu.macros(), menu, frame);
        items(menu.items(), frame, block(menu, frame, parent, props, Expr.Y));
      }
      case Item.If block -> {
        Expr condition = block.condition();
        if (block.macros()) {
          condition = new ItemExpander(scope, frame.site(block.key())).expr(condition);
          expandReferences(block, frame);
        }
        items(block.items(), frame, block(block, frame, parent, List.of(), condition));
      }
      case Item.Comment comment -> {
        expandText(comment.prompt(), comment, frame);
        List<Prop> props = props(comment.props(), comment.macros(), comment, frame);
        block(comment, frame, parent, props, Expr.Y);
      }
      case Item.Source source -> source(source, frame, parent);
      case Item.Assignment assignment -> assign(assignment, frame);
      case Item.MacroLine line -> expandName(line.word(), line, frame);
      case Item.MainMenu mainMenu -> expandText(mainMenu.prompt(), mainMenu, frame);
    }
  }

  /** Expands a word for what its macros report. */
  private void expandName(String word, Item item, Frame frame) {
    scope.expand(word, false, frame.site(item.key()));
  }

  /** Expands a prompt for what its macros report. */
  private void expandText(String prompt, Item item, Frame frame) {
    scope.expand(prompt, true, frame.site(item.key()));
  }

  private MenuNode block(
      Item item, Frame frame, MenuNode parent, List<Prop> props, Expr condition) {
    MenuNode node = new MenuNode(item, frame.instance(), parent, null, props, condition);
    parent.add(node);
    return node;
  }

  private void entry(Item.Entry entry, Frame frame, MenuNode parent) {
    String name = entry.name();
    if (name.indexOf('$') >= 0) {
      MacroSite site = frame.site(entry.nameKey());
      Expansion expansion = scope.expand(name, false, site);
      if (expansion.text().isEmpty() || !expansion.known()) {
        if (expansion.known()) {
          scope.report(site, MacroIssue.Kind.EXPANDS_TO_NOTHING, name, "");
        } else {
          leaveNameOpen(entry);
        }
        return;
      }
      name = expansion.text();
    }
    Symbol symbol =
        symbols.computeIfAbsent(name, n -> new Symbol(n, symbols.size(), lastTypeCounts));
    List<Prop> props = props(entry.props(), entry.macros(), entry, frame);
    MenuNode node = new MenuNode(entry, frame.instance(), parent, symbol, props, Expr.Y);
    symbol.define(node);
    parent.add(node);
    if (entry.macros()) {
      FileKey key = new FileKey(frame.instance().file(), entry.key());
      macroNodes.computeIfAbsent(key, k -> new ArrayList<>(1)).add(node);
    }
  }

  /** An entry whose name is not known changes what it names, and may be the one of any name. */
  private void leaveNameOpen(Item.Entry entry) {
    openNames.add(Gaps.NameShape.of(entry.name()));
    for (Prop prop : entry.props()) {
      String target =
          switch (prop) {
            case Prop.Select select -> select.target();
            case Prop.SetValue set -> set.target();
            default -> "";
          };
      if (target.indexOf('$') >= 0) {
        open = true;
      } else if (!target.isEmpty()) {
        openTargets.add(target);
      }
    }
  }

  private List<Prop> props(List<Prop> props, boolean macros, Item item, Frame frame) {
    if (!macros) {
      return props;
    }
    expandReferences(item, frame);
    return new ItemExpander(scope, frame.site(item.key())).props(props);
  }

  private void expandReferences(Item item, Frame frame) {
    Map<Integer, List<Reference>> byItem =
        macroReferences.computeIfAbsent(frame.outline(), Elaborator::macroReferences);
    for (Reference reference : byItem.getOrDefault(item.key(), List.of())) {
      MacroSite site = frame.site(reference.key()).quiet();
      Expansion name = scope.expand(reference.name(), false, site);
      if (name.known() && !name.text().isEmpty()) {
        expandedReferences.add(
            new ExpandedReference(frame.instance(), reference.key(), name.text()));
      }
    }
  }

  private static Map<Integer, List<Reference>> macroReferences(FileOutline outline) {
    Map<Integer, List<Reference>> byItem = new HashMap<>();
    for (Reference reference : outline.references()) {
      if (reference.hasMacro()) {
        byItem.computeIfAbsent(reference.itemKey(), k -> new ArrayList<>(1)).add(reference);
      }
    }
    return byItem;
  }

  private void assign(Item.Assignment assignment, Frame frame) {
    MacroSite site = frame.site(assignment.key());
    Expansion name = scope.expand(assignment.name(), false, site);
    if (name.known() && name.text().isEmpty()) {
      scope.report(site, MacroIssue.Kind.EXPANDS_TO_NOTHING, assignment.name(), "");
    } else {
      scope.assign(name, assignment.op(), assignment.value(), site);
    }
  }

  private void source(Item.Source source, Frame frame, MenuNode parent) {
    Expansion path = scope.expand(source.path(), true, frame.site(source.key()));
    if (!path.known()) {
      leaveOpen();
      issue(ModelIssue.Kind.UNRESOLVED_PATH, frame, source.key(), source.path(), List.of());
      return;
    }
    if (spec.dialect().architectures() == null) {
      noteVariants(source, frame);
    }
    SourceResolver.Result result =
        resolver.resolve(source.keyword(), path.text(), frame.instance().file());
    switch (result) {
      case SourceResolver.Result.Files files -> {
        // with another value of its macros a pattern may well match
        if (files.paths().isEmpty() && Glob.isGlob(path.text()) && source.path().indexOf('$') < 0) {
          ModelIssue.Kind kind = ModelIssue.Kind.OPTIONAL_GLOB_WITHOUT_MATCH;
          issue(kind, frame, source.key(), path.text(), List.of());
        }
        for (VfsPath file : files.paths()) {
          sourceFile(source, frame, parent, file, name(source, path.text(), file));
        }
      }
      case SourceResolver.Result.Failed failed -> {
        leaveOpen();
        issue(failed.kind(), frame, source.key(), path.text(), failed.details());
      }
      case SourceResolver.Result.Later later -> leaveOpen();
    }
  }

  private void noteVariants(Item.Source source, Frame frame) {
    VariantSymbols.AnyValue any = VariantSymbols.anyValue(source.path()).orElse(null);
    if (any == null) {
      return;
    }
    for (VfsPath file :
        resolver.matches(source.keyword(), any.pattern(), frame.instance().file())) {
      if (resolver.file(file) instanceof FileInput.Present present) {
        variants.note(any.variable(), file, present.outline());
      }
    }
  }

  /** The name of a sourced file as the dialect's program has it. */
  private String name(Item.Source source, String path, VfsPath file) {
    boolean asGiven =
        !scope.library().isPython() && source.keyword().equals("source") && !Glob.isGlob(path);
    return asGiven ? path : name(file);
  }

  private void sourceFile(
      Item.Source source, Frame frame, MenuNode parent, VfsPath file, String name) {
    FileInstance includer = frame.instance();
    if (includer.isWithin(file)) {
      cycle(source, frame, file);
      return;
    }
    if (!cycles.isEmpty() && byFile.containsKey(file)) {
      return; // files that source each other could be included in every order there is
    }
    if (instances.size() >= MAX_INSTANCES
        || includer.depth() >= MAX_DEPTH
        || parent.depth() >= MAX_NESTING) {
      leaveOpen();
      if (issues.stream().noneMatch(i -> i.kind() == ModelIssue.Kind.TOO_MANY_FILES)) {
        issue(ModelIssue.Kind.TOO_MANY_FILES, frame, source.key(), name(file), List.of());
      }
      return;
    }
    FileInput input = resolver.file(file);
    if (input instanceof FileInput.Present present) {
      FileInstance instance = new FileInstance(instances.size(), file, includer, source.key());
      include(new Frame(instance, present.outline(), name), parent);
    } else if (input instanceof FileInput.Outside outside) {
      leaveOpen();
      List<String> reason = List.of(outside.reason());
      issue(ModelIssue.Kind.OUTSIDE_TREE, frame, source.key(), name(file), reason);
    }
  }

  /** Something that may define symbols and macros is not known. */
  private void leaveOpen() {
    open = true;
    scope.open();
  }

  private void cycle(Item.Source source, Frame frame, VfsPath file) {
    FileInstance includer = frame.instance();
    if (cycles.add(new FileKey(includer.file(), source.key()))) {
      List<String> chain = chain(includer, file);
      issue(ModelIssue.Kind.RECURSIVE_SOURCE, frame, source.key(), name(file), chain);
    }
  }

  private List<String> chain(FileInstance includer, VfsPath file) {
    List<String> chain = new ArrayList<>();
    for (FileInstance at = includer; at != null; at = at.includer()) {
      chain.addFirst(name(at.file()));
      if (at.file().equals(file)) {
        break;
      }
    }
    chain.add(name(file));
    return chain;
  }

  private String name(VfsPath file) {
    return file.relativeTo(spec.srctree());
  }

  private void issue(
      ModelIssue.Kind kind, Frame frame, int key, String subject, List<String> details) {
    if (spec.isFragment() && LACKS.contains(kind)) {
      return;
    }
    String shown = MacroScope.shortened(subject);
    issues.add(new ModelIssue(kind, frame.instance(), key, shown, details));
  }
}
