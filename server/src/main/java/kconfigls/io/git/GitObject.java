package kconfigls.io.git;

/** An object of a repository, as it is without compression. */
record GitObject(Type type, byte[] content) {
  /** What an object is. */
  enum Type {
    COMMIT,
    TREE,
    BLOB,
    TAG
  }
}
