package kconfigls.ide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.ide.RenamedFile.Edit;
import kconfigls.ide.RenamedFile.Group;
import kconfigls.ide.support.KconfigNames;
import kconfigls.ide.support.SymbolNames;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import kconfigls.usage.FileUses;
import kconfigls.usage.KconfigComments;
import kconfigls.usage.SourceIndex;
import kconfigls.usage.SourceLanguage;
import kconfigls.usage.SymbolUse;
import kconfigls.usage.UseKind;
import kconfigls.usage.UseScanner;
import kconfigls.vfs.VfsPath;

/** The places outside the projects' Kconfig files that a rename of a symbol changes. */
final class SourceRenames {
  private static final String MODULE = "_MODULE";

  private final Semantics semantics;
  private final Set<VfsPath> loaded = new HashSet<>();
  private final SourceIndex index;
  private final SymbolSpelling spelling;
  private final String name;
  private final String newName;

  /** The names in sources that belong to the symbol: its own, and that of its value m. */
  private final List<String> suffixes;

  private final CancelToken cancel;
  private final UseScanner scanner;

  SourceRenames(
      Semantics semantics,
      Collection<FileCell> kconfigFiles,
      SourceIndex index,
      String name,
      String newName,
      boolean modules,
      CancelToken cancel) {
    this.semantics = semantics;
    kconfigFiles.forEach(file -> loaded.add(file.path()));
    this.index = index;
    this.spelling = index.spelling();
    this.name = name;
    this.newName = newName;
    this.suffixes = modules && !spelling.prefixInName() ? List.of("", MODULE) : List.of("");
    this.cancel = cancel;
    this.scanner = new UseScanner(spelling);
  }

  /** Why the sources do not allow it. */
  Optional<String> problem() {
    return new SourceHindrances(semantics, index, loaded, name, newName, suffixes).find();
  }

  /** The edits of all files but the projects' Kconfig files. */
  List<RenamedFile> edits() {
    Set<VfsPath> paths = new TreeSet<>();
    for (FileUses file : index.files()) {
      if (suffixes.stream().anyMatch(suffix -> file.names(name + suffix))) {
        paths.add(file.path());
      }
    }
    Set<String> words = new HashSet<>(Set.of(name));
    for (String prefix : spelling.prefixInName() ? List.<String>of() : spelling.prefixes()) {
      suffixes.forEach(suffix -> words.add(prefix + name + suffix));
    }
    paths.addAll(index.texts().naming(words, this::mayHoldKconfig));
    // what was typed since the file was saved
    for (FileCell document : semantics.snapshot().documents()) {
      if (SymbolNames.of(semantics, document).stream().anyMatch(n -> n.symbol().equals(name))) {
        paths.add(document.path());
      }
    }
    paths.removeAll(loaded);
    List<RenamedFile> files = new ArrayList<>();
    for (VfsPath path : paths) {
      cancel.check();
      text(path)
          .map(source -> new RenamedFile(path, source, edits(path, source)))
          .filter(file -> !file.edits().isEmpty())
          .ifPresent(files::add);
    }
    return files;
  }

  private boolean mayHoldKconfig(VfsPath path) {
    boolean inComments = !spelling.kconfigComment().isEmpty();
    return inComments && SourceLanguage.of(path) == SourceLanguage.C
        || isKconfig(path) && !loaded.contains(path);
  }

  private static boolean isKconfig(VfsPath path) {
    return SourceLanguage.of(path) == SourceLanguage.KCONFIG;
  }

  /** The editor's text is the newest. */
  private Optional<SourceText> text(VfsPath path) {
    return semantics
        .snapshot()
        .present(path)
        .filter(FileCell::isOpenInEditor)
        .map(FileCell::source)
        .or(() -> index.texts().text(path).map(SourceText::of));
  }

  private List<Edit> edits(VfsPath path, SourceText source) {
    if (isKconfig(path)) {
      List<Edit> edits = new ArrayList<>(kconfig(source));
      edits.addAll(texts(source));
      edits.sort((a, b) -> Integer.compare(a.range().start(), b.range().start()));
      return edits;
    }
    FileUses uses = scanner.scan(path, source.text());
    List<Edit> edits = new ArrayList<>(kconfig(KconfigComments.of(source, spelling)));
    for (SymbolUse use : uses) {
      for (String suffix : suffixes) {
        if (use.name().equals(name + suffix) && isWhole(use.kind())) {
          Group group = group(path, uses.language(), use.kind());
          edits.add(new Edit(use.range(), newName + suffix, group));
        }
      }
    }
    edits.sort((a, b) -> Integer.compare(a.range().start(), b.range().start()));
    return edits;
  }

  private List<Edit> kconfig(SourceText source) {
    return KconfigNames.of(source, name, semantics.snapshot().reading()).stream()
        .map(range -> new Edit(range, newName, Group.OTHER_KCONFIG))
        .toList();
  }

  /** A bare argument of IS_ENABLED is a macro's name; what is only begun was looked at before. */
  private static boolean isWhole(UseKind kind) {
    return kind != UseKind.PART && kind != UseKind.BARE;
  }

  private Group group(VfsPath path, SourceLanguage language, UseKind kind) {
    if (language == SourceLanguage.CONFIG) {
      return Group.CONFIGURATION;
    }
    if (kind == UseKind.TEXT || kind == UseKind.LABEL || language == SourceLanguage.DOCUMENT) {
      return Group.TEXT;
    }
    if (isForeign(path)) {
      return Group.FOREIGN;
    }
    return language == SourceLanguage.MAKE || language == SourceLanguage.CMAKE
        ? Group.BUILD
        : Group.CODE;
  }

  private boolean isForeign(VfsPath path) {
    return semantics.snapshot().specs().stream()
        .flatMap(
            spec ->
                spelling.foreignFolders().stream().map(folder -> spec.srctree().resolve(folder)))
        .anyMatch(path::isIn);
  }

  /** What help texts and comments of a Kconfig file say of the symbol, with its prefix. */
  List<Edit> texts(FileCell file) {
    return texts(file.source());
  }

  private List<Edit> texts(SourceText source) {
    List<Edit> edits = new ArrayList<>();
    if (spelling.prefixInName()) {
      return edits;
    }
    for (String prefix : spelling.prefixes()) {
      for (String suffix : suffixes) {
        for (TextRange word : words(source.text(), prefix + name + suffix)) {
          TextRange range = new TextRange(word.start() + prefix.length(), word.end());
          edits.add(new Edit(range, newName + suffix, Group.TEXT));
        }
      }
    }
    return edits;
  }

  private static List<TextRange> words(String text, String word) {
    List<TextRange> found = new ArrayList<>();
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean starts = at == 0 || !isWord(text.charAt(at - 1));
      if (starts && (end == text.length() || !isWord(text.charAt(end)))) {
        found.add(new TextRange(at, end));
      }
    }
    return found;
  }

  private static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
