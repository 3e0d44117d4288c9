package kconfigls.io.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Where the objects of a pack begin: the index file of version 2, which stays on disk. */
final class PackIndex {
  private static final long MAGIC_AND_VERSION = 0xFF744F6300000002L;
  private static final int HEADER = 8;
  private static final int BUCKETS = 256;
  private static final int TABLE = HEADER + 4 * BUCKETS;

  private final FileChannel channel;
  private final int idBytes;
  private final int[] ends = new int[BUCKETS];

  /**
   * The index in a file.
   *
   * @throws IOException if it is none of version 2
   */
  PackIndex(FileChannel channel, ObjectFormat format) throws IOException {
    this.channel = channel;
    this.idBytes = format.bytes();
    ByteBuffer start = GitFiles.read(channel, 0, TABLE);
    if (start.getLong() != MAGIC_AND_VERSION) {
      throw new IOException("its version is not supported");
    }
    int last = 0;
    for (int i = 0; i < BUCKETS; i++) {
      ends[i] = start.getInt();
      if (ends[i] < last) {
        throw new IOException("its table is not in order");
      }
      last = ends[i];
    }
  }

  /** The offset of an object in the pack; empty if it is not there. */
  OptionalLong offset(ObjectId id) throws IOException {
    byte[] wanted = id.bytes();
    int at = first(wanted);
    return at < count() && Arrays.equals(id(at), wanted)
        ? OptionalLong.of(offset(at))
        : OptionalLong.empty();
  }

  /** The first ids, at most so many, that begin with some digits. */
  List<ObjectId> startingWith(String digits, int most) throws IOException {
    String padded = digits + "0".repeat(2 * idBytes - digits.length());
    int at = first(new ObjectId(padded).bytes());
    List<ObjectId> found = new ArrayList<>();
    for (int i = at; i < count() && found.size() < most; i++) {
      ObjectId id = ObjectId.of(id(i), 0, idBytes);
      if (!id.hex().startsWith(digits)) {
        break;
      }
      found.add(id);
    }
    return found;
  }

  private int count() {
    return ends[BUCKETS - 1];
  }

  /** The position of the first id that is not less. */
  private int first(byte[] wanted) throws IOException {
    int bucket = wanted[0] & 0xFF;
    int low = bucket == 0 ? 0 : ends[bucket - 1];
    int high = ends[bucket];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned(id(middle), wanted) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private byte[] id(int position) throws IOException {
    return GitFiles.read(channel, TABLE + (long) position * idBytes, idBytes).array();
  }

  private long offset(int position) throws IOException {
    long offsets = TABLE + (long) count() * (idBytes + 4);
    int offset = GitFiles.read(channel, offsets + 4L * position, 4).getInt();
    if (offset >= 0) {
      return offset;
    }
    long large = offsets + 4L * count() + 8L * (offset & Integer.MAX_VALUE);
    return GitFiles.read(channel, large, 8).getLong();
  }
}
