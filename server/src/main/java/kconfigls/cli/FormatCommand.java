package kconfigls.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kconfigls.dialect.ConfigFiles;
import kconfigls.io.DiskLoader;
import kconfigls.io.ProjectFinder;
import kconfigls.io.Settings;
import kconfigls.io.StandardInput;
import kconfigls.text.SourceText;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code format}. */
@Command(
    name = "format",
    mixinStandardHelpOptions = true,
    description = "Formats Kconfig files in the style of their project; changes blanks only.")
final class FormatCommand implements Callable<Integer> {
  private static final String STDIN = "-";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TreeOptions options = new TreeOptions();

  @Option(names = "--check", description = "list the files that would change; write nothing")
  private boolean check;

  @Option(names = "--diff", description = "print the changes as a unified diff; write nothing")
  private boolean diff;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "files, trees or parts of them, or - for the standard input")
  private List<Path> paths = new ArrayList<>();

  @Override
  public Integer call() {
    FormatRun run = new FormatRun();
    if (paths.contains(Path.of(STDIN))) {
      return input(run);
    }
    NamedPaths.mustExist("", paths);
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        folder(path, run);
      } else {
        file(path, run);
      }
    }
    if (diff) {
      Output.data(spec, run.diff());
    } else if (check) {
      run.list(spec.commandLine().getOut());
    } else {
      run.write();
    }
    tell(run);
    return status(run);
  }

  private int status(FormatRun run) {
    boolean wouldChange = (check || diff) && run.changes() > 0;
    return wouldChange || run.failures() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private void tell(FormatRun run) {
    PrintWriter err = spec.commandLine().getErr();
    run.tellFailures(err);
    if (!options.quiet()) {
      String done = check || diff ? " would change" : " changed";
      String files = run.count() == 1 ? " file" : " files";
      err.println("kconfig-ls: " + run.changes() + " of " + run.count() + files + done);
    }
  }

  /** The files of a tree's projects that are in a folder. */
  private void folder(Path path, FormatRun run) {
    PrintWriter err = spec.commandLine().getErr();
    VfsPath folder = TreeOptions.vfs(path);
    Settings settings = options.settings(folder);
    ProjectFinder.Tree tree = ProjectFinder.find(folder, options.wishes(settings, folder));
    if (tree.specs().isEmpty()) {
      throw new UsageException(path + ": no root Kconfig file found; name one with --root");
    }
    Progress progress = new Progress(err, options.progress());
    LoadedTree loaded = LoadedTree.load(tree, options.architectures(settings, tree), progress);
    progress.done();
    run.add(loaded, NamedPaths.scopes(tree, List.of(path), List.of(path)));
  }

  /** A file is formatted whether or not a project includes it. */
  private void file(Path path, FormatRun run) {
    VfsPath file = TreeOptions.vfs(path);
    ProjectFinder.Tree tree = tree(file);
    switch (DiskLoader.load(file)) {
      case FileState.Present present -> {
        String name = file.relativeTo(tree.srctree());
        if (ConfigFiles.kind(name, present.source().text(), tree.dialect()).isPresent()) {
          throw new UsageException(path + " is a configuration file, which no style is for");
        }
        run.add(file, present.source(), tree);
      }
      case FileState.Unreadable(String reason) ->
          throw new UsageException(path + " cannot be read: " + reason);
      case FileState.Outside(String reason) ->
          throw new UsageException(path + " is not read: " + reason);
      case FileState.Absent absent -> throw new UsageException(path + " does not exist");
      case FileState.Folder folder -> throw new UsageException(path + " is a folder");
    }
  }

  private ProjectFinder.Tree tree(VfsPath file) {
    return ProjectFinder.find(file, options.wishes(options.settings(file), file));
  }

  /** From the standard input to the standard output, as a file of the current folder. */
  private int input(FormatRun run) {
    if (paths.size() > 1) {
      throw new UsageException("the standard input cannot be formatted along with files");
    }
    VfsPath folder = TreeOptions.vfs(Path.of(""));
    VfsPath file = folder.resolve("Kconfig");
    run.add(file, standardInput(), tree(folder));
    if (diff) {
      Output.data(spec, run.diff());
    } else if (check) {
      run.list(spec.commandLine().getOut());
    } else {
      Output.data(spec, run.text(file));
    }
    run.tellFailures(spec.commandLine().getErr());
    return status(run);
  }

  private static SourceText standardInput() {
    try {
      return StandardInput.read();
    } catch (IOException e) {
      throw new UsageException("the standard input cannot be read: " + e.getMessage());
    }
  }
}
