package kconfigls.ide;

import java.util.List;
import kconfigls.text.SourceText;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/**
 * What a rename changes in one file.
 *
 * @param source the text that the edits are for
 * @param edits in order of the text; they do not overlap
 */
public record RenamedFile(VfsPath file, SourceText source, List<Edit> edits) {
  /** One place of the old name. */
  public record Edit(TextRange range, String newText, Group group) {
    TextEdit asText() {
      return new TextEdit(range, newText);
    }
  }

  /** Why a place is changed; all but those of the projects' Kconfig files are to be confirmed. */
  public enum Group {
    KCONFIG("Kconfig files", "the symbol itself"),
    OTHER_KCONFIG(
        "Other Kconfig files", "no loaded project includes them, so the name may be another's"),
    CONFIGURATION("Configuration files", "defconfigs and fragments that set the symbol"),
    BUILD("Build files", "what make and CMake build when the symbol is set"),
    CODE("Sources", "code that asks for the symbol"),
    FOREIGN("Programs of their own", "the symbol may mean something else in these folders"),
    TEXT("Comments and documents", "texts for people that name the symbol"),
    OLD_NAME("The old name", "configurations that users have go on to work");

    private final String label;
    private final String description;

    Group(String label, String description) {
      this.label = label;
      this.description = description;
    }

    public String label() {
      return label;
    }

    public String description() {
      return description;
    }

    /** Whether the old name stands there, and would be left alone without the change. */
    public boolean isLeft() {
      return isToBeConfirmed() && this != OLD_NAME;
    }

    /** Whether a user has to agree to the change. */
    public boolean isToBeConfirmed() {
      return this != KCONFIG;
    }
  }

  /** The text when all edits are made. */
  public SourceText after() {
    return source.with(edits.stream().map(Edit::asText).toList());
  }

  /** The file with the edits of its groups that need no confirmation. */
  public RenamedFile unasked() {
    List<Edit> kept = edits.stream().filter(edit -> !edit.group().isToBeConfirmed()).toList();
    return new RenamedFile(file, source, kept);
  }
}
