package kconfigls.io.git;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that names a repository's objects. */
enum ObjectFormat {
  SHA1("SHA-1", 20),
  SHA256("SHA-256", 32);

  private final String algorithm;
  private final int bytes;

  ObjectFormat(String algorithm, int bytes) {
    this.algorithm = algorithm;
    this.bytes = bytes;
  }

  /** The length of an object's id in bytes. */
  int bytes() {
    return bytes;
  }

  /** The length of an object's id in hexadecimal digits. */
  int digits() {
    return 2 * bytes;
  }

  /** The id of a blob with this content. */
  ObjectId blobId(byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return ObjectId.of(digest.digest(content), 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
