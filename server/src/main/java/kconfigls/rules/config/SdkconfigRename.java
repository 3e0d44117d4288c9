package kconfigls.rules.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kconfigls.analysis.Place;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.RenameTree.Rename;
import kconfigls.text.TextRange;
import kconfigls.values.ConfigStack;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** Reports lines of sdkconfig.rename that are malformed, repeated or lead nowhere. */
public final class SdkconfigRename implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "config",
              "sdkconfig-rename",
              Severity.ERROR,
              "a line of sdkconfig.rename that does not rename")
          .only("esp-idf");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    if (!config.stack().files().isEmpty()) {
      return;
    }
    for (ConfigStack.RenameFile file : config.stack().renames()) {
      VfsPath path = config.path(file.name());
      String text = file.tree().source().text();
      for (TextRange line : file.tree().malformed()) {
        sink.report(Draft.of(new Place(path, line), malformed(line.of(text))));
      }
      Map<String, Rename> seen = new HashMap<>();
      for (Rename rename : file.tree().renames()) {
        Rename earlier = seen.putIfAbsent(rename.oldName().of(text), rename);
        Place place = new Place(path, rename.oldName());
        String fault =
            earlier == null ? fault(config, rename, text) : repeated(rename, earlier, text);
        if (fault != null) {
          Draft draft = Draft.of(place, fault);
          sink.report(
              earlier == null
                  ? draft
                  : draft.see(
                      List.of(new Related(new Place(path, earlier.oldName()), "renamed here"))));
        }
      }
    }
  }

  private static String malformed(String line) {
    String stripped = line.strip();
    return stripped.startsWith("!")
        ? "`!` belongs before the new name, not the old one"
        : stripped.contains(" ") || stripped.contains("\t")
            ? "this line is no rename: it needs an old and a new name, from the first column"
            : "a rename needs two names, the old one and the new one";
  }

  private static String repeated(Rename rename, Rename earlier, String text) {
    boolean same =
        rename.newName().of(text).equals(earlier.newName().of(text))
            && rename.isInverted() == earlier.isInverted();
    return "`"
        + rename.oldName().of(text)
        + (same
            ? "` is renamed twice: delete one of the lines"
            : "` is renamed already, to another name");
  }

  private static @Nullable String fault(CheckedConfig config, Rename rename, String text) {
    String oldName = rename.oldName().of(text);
    String newName = rename.newName().of(text);
    String prefix = config.prefix();
    if (!oldName.startsWith(prefix) || !newName.startsWith(prefix)) {
      return "both names of a rename need the prefix `" + prefix + "`";
    }
    if (!isUpperCase(oldName) || !isUpperCase(newName)) {
      return "the names of a rename are in upper case";
    }
    if (oldName.equals(newName)) {
      return "`" + oldName + "` is renamed to itself";
    }
    ProjectModel model = config.model();
    boolean undefined =
        model != null
            && !model.gaps().mayDefine(newName.substring(prefix.length()))
            && model.symbol(newName.substring(prefix.length())) == null;
    return undefined ? "`" + newName + "` is not defined: the rename leads nowhere" : null;
  }

  private static boolean isUpperCase(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT));
  }
}
