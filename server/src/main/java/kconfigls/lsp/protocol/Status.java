package kconfigls.lsp.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server has and does.
 *
 * @param indexing whether the projects are being read
 * @param files how many files are read so far
 * @param projects all of the workspace, single files apart
 * @param active the id of the project that counts; null before there is one
 * @param activeBy {@code request}, {@code setting}, {@code place} or {@code default}
 * @param configuration the URI of the file whose values are shown; null for none
 * @param configurationName the file as a person would name it
 * @param values {@code none} without a configuration, {@code pending}, {@code ready} or {@code
 *     failed}
 * @param message why the values failed
 * @param version is another whenever views have to be asked for again
 */
public record Status(
    boolean indexing,
    int files,
    List<Project> projects,
    @Nullable String active,
    @Nullable String activeBy,
    @Nullable String configuration,
    @Nullable String configurationName,
    String values,
    @Nullable String message,
    String version) {
  /**
   * A project.
   *
   * @param id names it in requests
   * @param root the URI of its root file
   */
  public record Project(String id, String name, String root, String dialect) {}
}
