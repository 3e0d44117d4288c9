package kconfigls.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kconfigls.model.FileInput;
import kconfigls.outline.OutlineBuilder;
import kconfigls.outline.OutlinePositions;
import kconfigls.outline.Outlined;
import kconfigls.syntax.ConfigTree;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.Reading;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.parse.ConfigParser;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.SourceText;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;

/**
 * One file of a snapshot with what was made of its text. An unchanged file keeps its cell from
 * snapshot to snapshot. Trees of files that no editor holds may be forgotten and parsed again.
 *
 * <p>For all that reads Kconfig, a document of another kind is an empty file.
 */
public final class FileCell {
  /** What belongs to the text of a file that is there. */
  private record Content(
      SourceText source,
      Lazy<SyntaxTree> tree,
      Lazy<Outlined> outlined,
      Lazy<FileNames> names,
      Lazy<List<SyntaxProblem>> problems,
      Lazy<ConfigTree> config) {}

  private static final Set<ProblemKind> UNBALANCED =
      EnumSet.of(ProblemKind.MISMATCHED_END, ProblemKind.UNCLOSED_BLOCK);

  private static final SourceText NOTHING = SourceText.of("");

  private final VfsPath path;
  private final DocumentKind kind;
  private final FileState state;
  private final Optional<Content> content;
  private final Lazy<FileInput> input;
  private final Reading reading;

  /**
   * @param reading how the projects' program reads lines
   */
  FileCell(VfsPath path, FileState state, Reading reading) {
    this(path, DocumentKind.KCONFIG, state, reading);
  }

  /** A document of any kind. */
  FileCell(VfsPath path, DocumentKind kind, FileState state, Reading reading) {
    this.path = path;
    this.kind = kind;
    this.state = state;
    this.reading = reading;
    this.content =
        state instanceof FileState.Present present
            ? Optional.of(content(present, kind, reading))
            : Optional.empty();
    this.input = Lazy.of(this::makeInput);
  }

  private static Content content(FileState.Present present, DocumentKind kind, Reading reading) {
    SourceText source = present.source();
    SourceText kconfig = kind == DocumentKind.KCONFIG ? source : NOTHING;
    boolean open = present.origin() == FileState.Origin.EDITOR;
    Lazy<SyntaxTree> tree =
        open
            ? Lazy.of(() -> KconfigParser.parse(kconfig, reading))
            : Lazy.soft(() -> KconfigParser.parse(kconfig, reading));
    Lazy<Outlined> outlined = Lazy.of(() -> OutlineBuilder.build(tree.get()));
    return new Content(
        source,
        tree,
        outlined,
        Lazy.of(() -> FileNames.of(outlined.get().outline())),
        Lazy.of(() -> tree.get().problems()),
        Lazy.of(() -> ConfigParser.parse(source)));
  }

  private FileInput makeInput() {
    return switch (state) {
      case FileState.Present present ->
          new FileInput.Present(content.orElseThrow().outlined().get().outline(), unbalanced());
      case FileState.Absent absent -> new FileInput.Absent();
      case FileState.Folder folder -> new FileInput.Folder();
      case FileState.Unreadable unreadable -> new FileInput.Unreadable(unreadable.reason());
      case FileState.Outside outside -> new FileInput.Outside(outside.reason());
    };
  }

  private List<Integer> unbalanced() {
    return problems().stream()
        .filter(problem -> UNBALANCED.contains(problem.kind()))
        .map(problem -> problem.range().start())
        .toList();
  }

  public VfsPath path() {
    return path;
  }

  public DocumentKind kind() {
    return kind;
  }

  /** Whether it is read as Kconfig. */
  public boolean isKconfig() {
    return kind == DocumentKind.KCONFIG;
  }

  public FileState state() {
    return state;
  }

  /** The editor's number of the text; 0 for one from disk. */
  public int version() {
    return state instanceof FileState.Present present ? present.version() : 0;
  }

  /** Whether there is a text. */
  public boolean isPresent() {
    return content.isPresent();
  }

  public boolean isOpenInEditor() {
    return state instanceof FileState.Present present
        && present.origin() == FileState.Origin.EDITOR;
  }

  /** The text; throws if {@link #isPresent} is false, as do the other parts of the content. */
  public SourceText source() {
    return content.orElseThrow().source();
  }

  public SyntaxTree tree() {
    return content.orElseThrow().tree().get();
  }

  /** The tree that the file would have with another text. */
  public SyntaxTree treeOf(SourceText other) {
    return KconfigParser.parse(isKconfig() ? other : NOTHING, reading);
  }

  /** The text as that of a configuration file. */
  public ConfigTree configTree() {
    return content.orElseThrow().config().get();
  }

  /** What is wrong with the text; kept when the tree is forgotten. */
  public List<SyntaxProblem> problems() {
    return content.orElseThrow().problems().get();
  }

  public Outlined outlined() {
    return content.orElseThrow().outlined().get();
  }

  /** What the text names. */
  public FileNames names() {
    return content.orElseThrow().names().get();
  }

  public OutlinePositions positions() {
    return outlined().positions();
  }

  FileInput input() {
    return input.get();
  }
}
