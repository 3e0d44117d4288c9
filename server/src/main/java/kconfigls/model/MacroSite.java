package kconfigls.model;

/**
 * Where macros are expanded.
 *
 * @param key the place in the instance's file
 * @param file the name of the file as {@code $(filename)} gives it
 * @param isAssigned whether it is the value of an assignment
 * @param isQuiet whether nothing is to be reported, since the same text is expanded elsewhere too
 */
record MacroSite(FileInstance instance, int key, String file, boolean isAssigned, boolean isQuiet) {

  MacroSite at(int otherKey) {
    return new MacroSite(instance, otherKey, file, isAssigned, isQuiet);
  }

  MacroSite assigned() {
    return new MacroSite(instance, key, file, true, isQuiet);
  }

  MacroSite quiet() {
    return new MacroSite(instance, key, file, isAssigned, true);
  }
}
