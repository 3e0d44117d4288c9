package kconfigls.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kconfigls.dialect.Feature;
import kconfigls.dialect.SourceResolution.From;
import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;

/** Finds the files that a {@code source} means, and remembers everything it was told. */
final class SourceResolver {
  /** What a {@code source} leads to. */
  sealed interface Result {
    /** Files to include, possibly none. */
    record Files(List<VfsPath> paths) implements Result {}

    record Failed(ModelIssue.Kind kind, List<String> details) implements Result {}

    /** Not known before a missing input is loaded. */
    record Later() implements Result {}
  }

  private final ProjectSpec spec;
  private final Inputs inputs;
  private final Map<VfsPath, FileInput> files = new LinkedHashMap<>();
  private final Map<Glob, Optional<List<VfsPath>>> globs = new LinkedHashMap<>();
  private final Set<MissingInput> missing = new LinkedHashSet<>();

  SourceResolver(ProjectSpec spec, Inputs inputs) {
    this.spec = spec;
    this.inputs = inputs;
  }

  Map<VfsPath, FileInput> files() {
    return files;
  }

  Map<Glob, Optional<List<VfsPath>>> globs() {
    return globs;
  }

  Set<MissingInput> missing() {
    return missing;
  }

  FileInput file(VfsPath path) {
    FileInput input = files.computeIfAbsent(path, inputs::file);
    if (input instanceof FileInput.NotLoaded) {
      missing.add(new MissingInput.File(path));
    }
    return input;
  }

  Result resolve(String keyword, String path, VfsPath including) {
    boolean optional =
        keyword.startsWith("o")
            || keyword.startsWith("g")
            || spec.dialect().has(Feature.MISSING_SOURCE_ALLOWED);
    List<VfsPath> bases = bases(keyword, including);
    boolean globs = spec.dialect().source().globs() || !keyword.equals("source");
    return globs && Glob.isGlob(path) ? glob(path, bases, optional) : single(path, bases, optional);
  }

  /** The folders that the paths of a keyword start from, in the order in which they are tried. */
  private List<VfsPath> bases(String keyword, VfsPath including) {
    VfsPath folder = including.parent();
    List<VfsPath> bases = new ArrayList<>();
    boolean relative = keyword.endsWith("rsource");
    From from = relative ? From.INCLUDING_FILE : spec.dialect().source().from();
    if (from != From.INCLUDING_FILE || folder == null) {
      bases.add(spec.srctree());
    }
    if (from != From.ROOT && folder != null) {
      bases.add(folder);
    }
    return bases;
  }

  /** The files that match a pattern in the place of a path; none before it is loaded. */
  List<VfsPath> matches(String keyword, String pattern, VfsPath including) {
    Result result = glob(pattern, bases(keyword, including), true);
    return result instanceof Result.Files files ? files.paths() : List.of();
  }

  private Result single(String path, List<VfsPath> bases, boolean optional) {
    List<String> details = List.of();
    ModelIssue.Kind kind = ModelIssue.Kind.MISSING_FILE;
    for (VfsPath base : bases) {
      VfsPath file = base.resolve(path);
      switch (file(file)) {
        case FileInput.Present present -> {
          return new Result.Files(List.of(file));
        }
        case FileInput.NotLoaded notLoaded -> {
          return new Result.Later();
        }
        case FileInput.Absent absent -> {
          // perhaps from the next folder
        }
        case FileInput.Folder folder -> kind = ModelIssue.Kind.FOLDER_SOURCED;
        case FileInput.Unreadable unreadable -> {
          kind = ModelIssue.Kind.UNREADABLE_FILE;
          details = List.of(unreadable.reason());
        }
        case FileInput.Outside outside -> {
          kind = ModelIssue.Kind.OUTSIDE_TREE;
          details = List.of(outside.reason());
        }
      }
    }
    boolean absent = kind == ModelIssue.Kind.MISSING_FILE;
    return optional && absent ? new Result.Files(List.of()) : new Result.Failed(kind, details);
  }

  private Result glob(String path, List<VfsPath> bases, boolean optional) {
    for (VfsPath base : bases) {
      Glob pattern = Glob.below(base, path, spec.dialect().source().syntax());
      Optional<List<VfsPath>> found = globs.computeIfAbsent(pattern, inputs::glob);
      if (found.isEmpty()) {
        missing.add(new MissingInput.Pattern(pattern));
        return new Result.Later();
      }
      if (!found.get().isEmpty()) {
        found.get().forEach(this::file);
        return new Result.Files(found.get());
      }
    }
    return optional || spec.dialect().source().from() == From.ROOT_THEN_INCLUDING_FILE
        ? new Result.Files(List.of())
        : new Result.Failed(ModelIssue.Kind.GLOB_WITHOUT_MATCH, List.of());
  }
}
