package kconfigls.lsp.wire;

/** What comes next on a stream of messages. */
public sealed interface Frame {
  /**
   * One message.
   *
   * @param content as many bytes as its header promised
   */
  record Content(byte[] content) implements Frame {}

  /**
   * One message in an encoding that the protocol does not allow.
   *
   * @param charset what its header names
   */
  record OtherCharset(String charset) implements Frame {}

  /** The stream has ended, between two messages or within one. */
  record End() implements Frame {}

  /**
   * Where the next message begins cannot be known any more.
   *
   * @param reason one line
   */
  record Broken(String reason) implements Frame {}
}
