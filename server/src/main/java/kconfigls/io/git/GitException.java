package kconfigls.io.git;

/** A repository or revision that cannot be read; the message is one line for people. */
public class GitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GitException(String message) {
    super(message);
  }
}
