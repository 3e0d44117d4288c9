package kconfigls.io.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A pack: many objects in one file, some of them as deltas of others. */
final class Pack implements AutoCloseable {
  /** As git's own bound. */
  private static final int MOST_DELTAS = 4095;

  private static final int CHUNK = 1 << 13;
  private static final int OFFSET_DELTA = 6;
  private static final int ID_DELTA = 7;

  private final FileChannel indexFile;
  private final FileChannel file;
  private final PackIndex index;
  private final ObjectFormat format;
  private final Budget budget;

  /**
   * A pack and its index.
   *
   * @throws IOException if the index is none that can be read
   */
  Pack(FileChannel indexFile, FileChannel file, ObjectFormat format, Budget budget)
      throws IOException {
    this.indexFile = indexFile;
    this.file = file;
    this.index = new PackIndex(indexFile, format);
    this.format = format;
    this.budget = budget;
  }

  /**
   * An object; empty if the pack does not have it.
   *
   * @throws IOException if it cannot be read
   */
  Optional<GitObject> read(ObjectId id) throws IOException {
    OptionalLong offset = index.offset(id);
    return offset.isPresent() ? Optional.of(object(offset.getAsLong())) : Optional.empty();
  }

  List<ObjectId> startingWith(String digits, int most) throws IOException {
    return index.startingWith(digits, most);
  }

  /** What stands at an offset of the pack, up to its compressed bytes. */
  private record Header(int type, long size, long base, long end) {}

  private GitObject object(long start) throws IOException {
    List<byte[]> deltas = new ArrayList<>();
    Header header = header(start);
    while (header.type() == OFFSET_DELTA || header.type() == ID_DELTA) {
      if (deltas.size() == MOST_DELTAS) {
        throw new IOException("too many deltas of one object");
      }
      deltas.add(inflated(header));
      header = header(header.base());
    }
    byte[] content = inflated(header);
    for (byte[] delta : deltas.reversed()) {
      content = Delta.apply(content, delta, budget);
    }
    return new GitObject(type(header.type()), content);
  }

  private static GitObject.Type type(int number) throws IOException {
    return switch (number) {
      case 1 -> GitObject.Type.COMMIT;
      case 2 -> GitObject.Type.TREE;
      case 3 -> GitObject.Type.BLOB;
      case 4 -> GitObject.Type.TAG;
      default -> throw new IOException("an object of an unknown type");
    };
  }

  private Header header(long start) throws IOException {
    int length = (int) Math.min(64, file.size() - start);
    if (start < 0 || length <= 0) {
      throw new IOException("an object begins outside of it");
    }
    ByteBuffer in = GitFiles.read(file, start, length);
    try {
      int part = in.get();
      int type = (part >> 4) & 7;
      long size = part & 15;
      for (int shift = 4; part < 0 && shift < 60; shift += 7) {
        part = in.get();
        size |= (long) (part & 0x7F) << shift;
      }
      long base = -1;
      if (type == OFFSET_DELTA) {
        base = start - distance(in);
      } else if (type == ID_DELTA) {
        byte[] id = new byte[format.bytes()];
        in.get(id);
        base =
            index
                .offset(ObjectId.of(id, 0, id.length))
                .orElseThrow(() -> new IOException("the base of a delta is missing"));
      }
      return new Header(type, size, base, start + in.position());
    } catch (BufferUnderflowException e) {
      throw new IOException("an object has no end", e);
    }
  }

  private static long distance(ByteBuffer in) {
    int part = in.get();
    long distance = part & 0x7F;
    while (part < 0) {
      part = in.get();
      distance = ((distance + 1) << 7) | (part & 0x7F);
    }
    return distance;
  }

  private byte[] inflated(Header header) throws IOException {
    Inflater inflater = new Inflater();
    try {
      InputStream compressed = Channels.newInputStream(file.position(header.end()));
      InputStream in = new InflaterInputStream(compressed, inflater, CHUNK);
      return budget.read(in, header.size());
    } finally {
      inflater.end();
    }
  }

  @Override
  public void close() throws IOException {
    try (indexFile;
        file) {
      return; // both, even if one of them fails
    }
  }
}
