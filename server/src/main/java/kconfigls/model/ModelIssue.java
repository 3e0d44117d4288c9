package kconfigls.model;

import java.util.List;

/**
 * Something that went wrong while linking.
 *
 * @param key the place in the instance's file
 * @param subject the path or the variable
 * @param details for a cycle the paths or names on it; else what is known of the reason
 */
public record ModelIssue(
    Kind kind, FileInstance instance, int key, String subject, List<String> details) {
  /** What went wrong. */
  public enum Kind {
    MISSING_FILE,
    FOLDER_SOURCED,
    /** A pattern that no file matches, where the program needs one. */
    GLOB_WITHOUT_MATCH,
    /** A pattern that no file matches, where the program goes on without. */
    OPTIONAL_GLOB_WITHOUT_MATCH,
    UNREADABLE_FILE,
    /** A file that may not be read, as it lies in none of the project's folders. */
    OUTSIDE_TREE,
    UNRESOLVED_PATH,
    RECURSIVE_SOURCE,
    TOO_MANY_FILES
  }
}
