package kconfigls.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants of the editor; it changes no finding, and stands in an editor's settings
 * only.
 *
 * @param sources whether C, makefiles and the like are looked at, too
 * @param lensReferences whether a lens counts the references in Kconfig
 * @param lensSelects whether a lens counts the selects and implies
 * @param lensSources whether a lens counts the sources that use a symbol
 * @param hintValues whether hints show the values of the chosen configuration
 */
record EditorSettings(
    boolean sources,
    boolean lensReferences,
    boolean lensSelects,
    boolean lensSources,
    boolean hintValues) {
  static final EditorSettings ALL = new EditorSettings(true, true, true, true, true);

  /** Takes its keys from a section of settings, so that they are left out of what follows. */
  static EditorSettings taken(JsonObject section) {
    JsonElement sources = section.remove("sources");
    JsonElement lens = section.remove("codeLens");
    return new EditorSettings(
        flag(sources, "enabled"),
        flag(lens, "references"),
        flag(lens, "selects"),
        flag(lens, "sources"),
        flag(section.remove("inlayHints"), "values"));
  }

  /** Switched on unless it says false. */
  private static boolean flag(@Nullable JsonElement section, String key) {
    return !(section instanceof JsonObject object
        && object.get(key) instanceof JsonPrimitive value
        && value.isBoolean()
        && !value.getAsBoolean());
  }

  /** Whether anything is to be shown above an entry. */
  boolean lenses() {
    return lensReferences || lensSelects || lensSources;
  }
}
