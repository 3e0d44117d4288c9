package kconfigls.io;

import java.util.Map;

/** The environment of this process. */
public final class Environment {
  private Environment() {}

  public static Map<String, String> ofProcess() {
    return System.getenv();
  }
}
