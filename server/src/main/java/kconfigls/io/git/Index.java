package kconfigls.io.git;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The index of a work tree: its tracked files, by an index file of version 2, 3 or 4. */
final class Index {
  private static final int MOST_BYTES = 1 << 28;
  private static final int SIGNATURE = 0x44495243; // DIRC
  private static final int MODE_AT = 24;
  private static final int STAT_BYTES = 40;
  private static final int EXTENDED = 0x4000;
  private static final int SKIP_WORK_TREE = 0x4000;
  private static final int MOST_PATH = 1 << 14;
  private static final int LINK_MODE = 0xA;
  private static final int SUBMODULE_MODE = 0xE;
  private static final int FILE_MODE = 0x8;

  /** Parts of paths that no tracked file has. */
  private static final Set<String> OUTSIDE = Set.of("", ".", "..", ".git");

  /**
   * A tracked path.
   *
   * @param isSubmodule whether it is a folder with a repository of its own
   * @param isSkipped whether a sparse checkout leaves it out of the work tree
   */
  record Entry(String path, boolean isSubmodule, boolean isSkipped) {}

  private final byte[] bytes;
  private final ByteBuffer in;
  private final int version;
  private final int idBytes;
  private byte[] name = new byte[0];

  private Index(byte[] bytes, ByteBuffer in, int version, int idBytes) {
    this.bytes = bytes;
    this.in = in;
    this.version = version;
    this.idBytes = idBytes;
  }

  /**
   * The entries of a repository's index, none of which leads out of the work tree; none at all if
   * there is no index yet. Empty if it needs more than this reader understands, such as the index
   * that it is split from or the folders of a sparse index.
   */
  static Optional<List<Entry>> read(Repository repository) {
    Path file = repository.gitDir().resolve("index");
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(List.of());
    }
    try {
      int idBytes = repository.format().bytes();
      return GitFiles.read(file, MOST_BYTES).flatMap(bytes -> parse(bytes, idBytes));
    } catch (GitException | BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<Entry>> parse(byte[] bytes, int idBytes) {
    // its own hash at the end is for those who write
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, Math.max(0, bytes.length - idBytes));
    int signature = in.getInt();
    int version = in.getInt();
    int count = in.getInt();
    if (signature != SIGNATURE || version < 2 || version > 4) {
      return Optional.empty();
    }
    Index index = new Index(bytes, in, version, idBytes);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Optional<Entry> entry = index.entry();
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      entry.filter(e -> isInside(e.path())).ifPresent(entries::add);
    }
    return index.needsMore() ? Optional.empty() : Optional.of(entries);
  }

  private static boolean isInside(String path) {
    boolean isPlain =
        !path.startsWith(".") && !path.contains("/.") && !path.contains("//") && !path.isEmpty();
    return (isPlain && !path.startsWith("/") && !path.endsWith("/"))
        || Arrays.stream(path.split("/", -1)).noneMatch(OUTSIDE::contains);
  }

  /** The next entry; empty for one of a kind that is not understood. */
  private Optional<Entry> entry() {
    int start = in.position();
    int kind = in.getInt(start + MODE_AT) >>> 12;
    in.position(start + STAT_BYTES + idBytes);
    int flags = in.getShort();
    boolean extended = (flags & EXTENDED) != 0 && version > 2;
    boolean skipped = extended && (in.getShort() & SKIP_WORK_TREE) != 0;
    if (version == 4) {
      int kept = name.length - stripped();
      name = joined(name, kept, bytesToNul());
    } else {
      name = bytesToNul();
      int length = in.position() - 1 - start;
      in.position(start + (length / 8 + 1) * 8);
    }
    String path = new String(name, StandardCharsets.UTF_8);
    return kind == FILE_MODE || kind == LINK_MODE || kind == SUBMODULE_MODE
        ? Optional.of(new Entry(path, kind == SUBMODULE_MODE, skipped))
        : Optional.empty();
  }

  private static byte[] joined(byte[] before, int kept, byte[] rest) {
    byte[] all = Arrays.copyOf(Arrays.copyOfRange(before, 0, kept), kept + rest.length);
    System.arraycopy(rest, 0, all, kept, rest.length);
    return all;
  }

  /** How many bytes of the last path do not stand in the next one. */
  private int stripped() {
    int part = in.get();
    int number = part & 0x7F;
    while (part < 0 && number < MOST_PATH) {
      part = in.get();
      number = ((number + 1) << 7) | (part & 0x7F);
    }
    if (number > name.length) {
      throw new IllegalArgumentException("a path is longer than it can be");
    }
    return number;
  }

  private byte[] bytesToNul() {
    int start = in.position();
    int end = start;
    while (end < in.limit() && bytes[end] != 0) {
      end++;
    }
    if (end - start > MOST_PATH || name.length > MOST_PATH) {
      throw new IllegalArgumentException("a path is longer than it can be");
    }
    in.position(end + 1);
    return Arrays.copyOfRange(bytes, start, end);
  }

  /** Whether there is an extension without which the entries are not all: no capital begins it. */
  private boolean needsMore() {
    while (in.remaining() >= 8) {
      int first = in.get(in.position());
      if (first < 'A' || first > 'Z') {
        return true;
      }
      in.getInt();
      long end = in.position() + 4L + Integer.toUnsignedLong(in.getInt(in.position()));
      if (end > in.limit()) {
        return true;
      }
      in.position((int) end);
    }
    return false;
  }
}
