package kconfigls.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.vfs.VfsPath;

/** Finds the uses of symbols in files, several of them at once if several threads ask. */
public final class UseScanner {
  private static final Needles CONFIG = new Needles(List.of("config"));
  private static final Set<String> DEFINING = Set.of("config", "menuconfig", "configdefault");
  private static final int LOOKED_AT_BY_GIT = 8000;

  private final SymbolSpelling spelling;
  private final Needles needles;
  private final Map<String, String> names = new ConcurrentHashMap<>();

  public UseScanner(SymbolSpelling spelling) {
    this.spelling = spelling;
    List<String> words = new ArrayList<>(spelling.prefixes());
    words.addAll(spelling.wrappers());
    spelling.takers().stream()
        .filter(taker -> spelling.prefixes().stream().noneMatch(taker::startsWith))
        .forEach(words::add);
    if (!words.isEmpty() && !spelling.prefixInName()) {
      words.addAll(UseReader.CHECKS);
    }
    this.needles = new Needles(words);
  }

  /** How the names are spelt. */
  public SymbolSpelling spelling() {
    return spelling;
  }

  /** The uses in a text. */
  public FileUses scan(VfsPath path, String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      bytes[i] = c < 0x80 ? (byte) c : (byte) 0x80;
    }
    return scan(path, bytes, bytes.length);
  }

  /**
   * The uses in a text whose characters are all of one byte.
   *
   * @param text not kept
   */
  public FileUses scan(VfsPath path, byte[] text, int length) {
    SourceLanguage language = SourceLanguage.of(path);
    FileUses.Builder uses = new FileUses.Builder(path, language);
    if (language == SourceLanguage.KCONFIG) {
      definitions(new Bytes(text, length), uses);
    } else if (language != SourceLanguage.NONE) {
      UseReader reader =
          new UseReader(new Bytes(text, length), language, spelling, this::interned, uses);
      int at = needles.next(text, 0, length);
      while (at >= 0) {
        at = needles.next(text, reader.read(at), length);
      }
    }
    return uses.build();
  }

  /** What a Kconfig file defines; perhaps it belongs to a project that is not loaded. */
  private void definitions(Bytes text, FileUses.Builder uses) {
    int at = CONFIG.next(text.text(), 0, text.length());
    while (at >= 0) {
      int end = text.wordEnd(at);
      String keyword = text.string(text.wordStart(at), end);
      boolean first = text.skipBack(text.wordStart(at)) == text.lineStart(at);
      int name = text.skip(end);
      if (first && DEFINING.contains(keyword) && name > end) {
        uses.add(interned(text.string(name, text.wordEnd(name))), name, name, UseKind.DEFINITION);
      }
      at = CONFIG.next(text.text(), end, text.length());
    }
  }

  /** Whether a file need not be read as text, because it names no symbol. */
  public boolean isSilent(VfsPath path, byte[] bytes, int length) {
    boolean kconfig = SourceLanguage.of(path) == SourceLanguage.KCONFIG;
    return (kconfig ? CONFIG : needles).next(bytes, 0, length) < 0;
  }

  /** Whether bytes look like a program rather than a text, as git judges. */
  public static boolean isBinary(byte[] bytes, int length) {
    int end = Math.min(length, LOOKED_AT_BY_GIT);
    for (int i = 0; i < end; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private String interned(String name) {
    return names.computeIfAbsent(name, same -> same);
  }
}
