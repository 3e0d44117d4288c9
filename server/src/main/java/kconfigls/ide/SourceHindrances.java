package kconfigls.ide;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.model.ProjectSpec;
import kconfigls.text.SourceText;
import kconfigls.usage.FileUses;
import kconfigls.usage.SourceIndex;
import kconfigls.usage.SymbolUse;
import kconfigls.usage.UseKind;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** Why the sources of a tree do not allow that a symbol is renamed; each reason names a place. */
record SourceHindrances(
    Semantics semantics,
    SourceIndex index,
    Set<VfsPath> loaded,
    String name,
    String newName,
    List<String> suffixes) {

  /** The first reason; empty if there is none. */
  Optional<String> find() {
    return folder().or(this::taken).or(this::glued).or(this::varied);
  }

  private SymbolSpelling spelling() {
    return index.spelling();
  }

  /** The build makes the name of that of the folder in which the symbol is defined. */
  private Optional<String> folder() {
    return semantics.definitions(name).stream()
        .map(place -> place.file().parent())
        .filter(Objects::nonNull)
        .map(VfsPath::name)
        .filter(folder -> spelling().isNamedAfter(name, folder))
        .findFirst()
        .map(folder -> "the build makes '" + name + "' of the name of the folder '" + folder + "'");
  }

  /** Somebody uses the new name for something else, or for nothing until now. */
  private Optional<String> taken() {
    for (FileUses file : index.files()) {
      for (int i = 0; i < file.size(); i++) {
        for (String suffix : suffixes) {
          boolean isDefinedHere =
              loaded.contains(file.path()) && file.kind(i) == UseKind.DEFINITION;
          if (file.name(i).equals(newName + suffix) && !isDefinedHere) {
            return Optional.of(
                "'" + newName + suffix + "' is used already at " + shown(file.get(i)));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** {@code CONFIG_FOO_##x} may be the symbol's name. */
  private Optional<String> glued() {
    for (FileUses file : index.files()) {
      for (int i = 0; i < file.size(); i++) {
        if (file.kind(i) == UseKind.PART
            && name.length() > file.name(i).length()
            && name.startsWith(file.name(i))
            && !file.name(i).isEmpty()
            && isGlued(file, file.get(i))) {
          return Optional.of(
              "the name may be put together of parts, '"
                  + file.name(i)
                  + "' first, at "
                  + shown(file.get(i)));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a program puts more to a beginning; texts for people mean any name by it. */
  private boolean isGlued(FileUses file, SymbolUse use) {
    String text = index.texts().text(file.path()).orElse("");
    String rest = text.substring(Math.min(use.range().end(), text.length()));
    return switch (file.language()) {
      case C, RUST -> rest.stripLeading().startsWith("##");
      case MAKE, CMAKE, SCRIPT ->
          Stream.of("$", "{", "%s", "@", "'", "\"").anyMatch(rest::startsWith)
              && !isComment(text, use.word().start());
      case DOCUMENT, CONFIG, KCONFIG, OTHER, NONE -> false;
    };
  }

  private static boolean isComment(String text, int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    return text.substring(start, Math.min(at, text.length())).stripLeading().startsWith("#");
  }

  /** Where the build chooses between X and SPL_X, they must keep their names together. */
  private Optional<String> varied() {
    for (String each : List.of(name, newName)) {
      @Nullable String variant =
          spelling().variants().stream().filter(each::startsWith).findFirst().orElse(null);
      if (variant != null) {
        Optional<String> reason = chosen(each.substring(variant.length()), each);
        if (reason.isPresent()) {
          return reason;
        }
      }
    }
    for (String variant : spelling().variants()) {
      for (String other : List.of(variant + name, variant + newName)) {
        if (!semantics.definitions(other).isEmpty()) {
          Optional<String> reason = chosen(name, other);
          if (reason.isPresent()) {
            return reason;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> chosen(String base, String other) {
    return index.files().stream()
        .flatMap(file -> file.names(base) ? file.of(base).stream() : Stream.empty())
        .filter(use -> use.kind() == UseKind.VARIANT)
        .findFirst()
        .map(
            use ->
                "the build chooses between '"
                    + base
                    + "' and '"
                    + other
                    + "' at "
                    + shown(use)
                    + ", so they cannot be renamed apart");
  }

  private String shown(SymbolUse use) {
    VfsPath file = use.file();
    String path =
        semantics.snapshot().specs().stream()
            .map(ProjectSpec::srctree)
            .filter(file::isIn)
            .findFirst()
            .map(file::relativeTo)
            .orElse(file.text());
    int start = use.range().start();
    int line =
        index
            .texts()
            .text(file)
            .map(text -> SourceText.of(text).lines().lineOf(Math.min(start, text.length())) + 1)
            .orElse(1);
    return path + ":" + line;
  }
}
