package kconfigls.io.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import kconfigls.io.RegularFiles;

/** A folder of objects: each in a file of its own, or in packs. */
final class ObjectFolder implements AutoCloseable {
  private static final int MOST_PACKS = 4096;
  private static final int MOST_HEADER = 32;

  private final Path folder;
  private final Budget budget;
  private final List<Pack> packs = new ArrayList<>();

  /**
   * The objects in a folder.
   *
   * @throws GitException if a pack cannot be read
   */
  ObjectFolder(Path folder, ObjectFormat format, Budget budget) {
    this.folder = folder;
    this.budget = budget;
    names(folder.resolve("pack"))
        .filter(name -> name.endsWith(".idx"))
        .sorted()
        .limit(MOST_PACKS)
        .forEach(name -> open(folder.resolve("pack").resolve(name), format));
  }

  private static Stream<String> names(Path folder) {
    String[] names = folder.toFile().list();
    return names == null ? Stream.empty() : Arrays.stream(names);
  }

  private void open(Path index, ObjectFormat format) {
    Path file = Path.of(index.toString().replaceFirst("idx$", "pack"));
    Optional<FileChannel> indexChannel = RegularFiles.open(index);
    Optional<FileChannel> channel = RegularFiles.open(file);
    if (indexChannel.isPresent() && channel.isPresent()) {
      try {
        packs.add(new Pack(indexChannel.get(), channel.get(), format, budget));
      } catch (IOException e) {
        throw damaged(index, e);
      }
    }
  }

  private static GitException damaged(Path file, IOException e) {
    return new GitException(file + " cannot be read: " + e.getMessage());
  }

  /** An object; empty if it is not here. */
  Optional<GitObject> read(ObjectId id) {
    for (Pack pack : packs) {
      try {
        Optional<GitObject> found = pack.read(id);
        if (found.isPresent()) {
          return found;
        }
      } catch (IOException e) {
        throw damaged(folder.resolve("pack"), e);
      }
    }
    Path file = folder.resolve(id.hex().substring(0, 2)).resolve(id.hex().substring(2));
    Optional<byte[]> compressed = GitFiles.read(file, Budget.MOST_OF_OBJECT);
    if (compressed.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed.get()))) {
      return Optional.of(loose(in));
    } catch (IOException | IllegalArgumentException e) {
      throw new GitException(file + " cannot be read: it is no object");
    }
  }

  /** An object after a header such as {@code blob 17} and a NUL. */
  private GitObject loose(InputStream in) throws IOException {
    StringBuilder header = new StringBuilder();
    for (int c = in.read(); c > 0 && header.length() < MOST_HEADER; c = in.read()) {
      header.append((char) c);
    }
    String[] words = header.toString().split(" ", 2);
    GitObject.Type type = GitObject.Type.valueOf(words[0].toUpperCase(Locale.ROOT));
    long size = words.length < 2 ? -1 : Long.parseLong(words[1]);
    return new GitObject(type, budget.read(in, size));
  }

  /** Objects, at most so many of each pack, whose ids begin with some digits. */
  List<ObjectId> startingWith(String digits, int most) {
    List<ObjectId> found = new ArrayList<>();
    String start = digits.substring(0, 2);
    names(folder.resolve(start))
        .filter(name -> ObjectId.isHex(name) && (start + name).startsWith(digits))
        .limit(most)
        .forEach(name -> found.add(new ObjectId(start + name)));
    for (Pack pack : packs) {
      try {
        found.addAll(pack.startingWith(digits, most));
      } catch (IOException e) {
        throw damaged(folder.resolve("pack"), e);
      }
    }
    return found;
  }

  @Override
  public void close() {
    for (Pack pack : packs) {
      try {
        pack.close();
      } catch (IOException e) {
        throw damaged(folder.resolve("pack"), e);
      }
    }
  }
}
