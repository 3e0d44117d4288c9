package kconfigls.io;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import kconfigls.vfs.VfsPath;

/**
 * Findings that are known, in a file with one line for each, so that it can be merged.
 *
 * @param dialect of the tree that they are from
 */
public record BaselineFile(String dialect, List<Entry> entries) {
  private static final String MAGIC = "kconfig-ls-baseline ";
  private static final int VERSION = 1;
  private static final int MAX_BYTES = 256 << 20;
  private static final String TREE = "tree ";
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::file)
          .thenComparing(Entry::rule)
          .thenComparing(Entry::message)
          .thenComparing(Entry::fingerprint);

  /** A known finding; only the fingerprint counts, the rest is for people. */
  public record Entry(String fingerprint, String rule, String file, String message) {}

  /** A file that is no baseline; the message is one line. */
  public static final class InvalidException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidException(String message) {
      super(message);
    }
  }

  public BaselineFile {
    entries = entries.stream().sorted(ORDER).toList();
  }

  /**
   * Reads a file.
   *
   * @throws InvalidException with one line that says what is wrong
   */
  public static BaselineFile read(Path file) {
    return switch (RegularFiles.read(file, MAX_BYTES)) {
      case RegularFiles.Content.Bytes bytes -> parse(file, lines(file, bytes));
      case RegularFiles.Content.Absent absent ->
          throw new InvalidException(file + " does not exist");
      case RegularFiles.Content.Folder folder -> throw new InvalidException(file + " is a folder");
      case RegularFiles.Content.Unreadable(String reason) ->
          throw new InvalidException(file + " cannot be read: " + reason);
    };
  }

  private static List<String> lines(Path file, RegularFiles.Content.Bytes bytes) {
    try {
      return bytes.utf8().lines().toList();
    } catch (CharacterCodingException e) {
      throw new InvalidException(file + " is no baseline: it is not UTF-8");
    }
  }

  private static BaselineFile parse(Path file, List<String> lines) {
    if (lines.size() < 2 || !lines.getFirst().startsWith(MAGIC) || !lines.get(1).startsWith(TREE)) {
      throw new InvalidException(file + ":1: this is no baseline of kconfig-ls");
    }
    if (!lines.getFirst().equals(MAGIC + VERSION)) {
      throw new InvalidException(
          file + ":1: a baseline of another version than " + VERSION + ": write it anew");
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 2; i < lines.size(); i++) {
      String[] parts = lines.get(i).split("\t", 4);
      if (parts.length == 4 && FINGERPRINT.matcher(parts[0]).matches()) {
        entries.add(new Entry(parts[0], parts[1], parts[2], parts[3]));
      } else if (!lines.get(i).isBlank()) {
        throw new InvalidException(file + ":" + (i + 1) + ": this is no line of a baseline");
      }
    }
    return new BaselineFile(lines.get(1).substring(TREE.length()), entries);
  }

  /**
   * Writes the file as a whole.
   *
   * @param tree that the findings are from
   * @throws IOException with a message that is a reason only
   */
  public void write(Path file, VfsPath tree) throws IOException {
    StringBuilder text = new StringBuilder(MAGIC + VERSION + "\n" + TREE + dialect + "\n");
    for (Entry entry : entries) {
      text.append(entry.fingerprint()).append('\t').append(entry.rule());
      text.append('\t').append(plain(entry.file()));
      text.append('\t').append(plain(entry.message())).append('\n');
    }
    DiskWriter.write(file, tree, out -> out.print(text));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ");
  }
}
