package kconfigls.io.git;

/** An object of a repository, as it is without compression. */
final class GitObject {
  /** What an object is. */
  enum Type {
    COMMIT,
    TREE,
    BLOB,
    TAG
  }

  private final Type type;
  private final byte[] content;

  GitObject(Type type, byte[] content) {
    this.type = type;
    this.content = content;
  }

  Type type() {
    return type;
  }

  byte[] content() {
    return content;
  }
}
