package kconfigls.io;

import java.util.HashMap;
import java.util.Map;

/** The environment of this process. */
public final class Environment {
  private static final String LOCALE = "LC_ALL";

  /** The user's own value, where the launcher has put another one into its place. */
  private static final String USERS_LOCALE = "KCONFIG_LS_LC_ALL";

  private Environment() {}

  /** The environment as the user has it, for programs that are started, and for variables. */
  public static Map<String, String> ofProcess() {
    return ofUser(System.getenv());
  }

  /** The environment without what the launcher has changed for Java. */
  static Map<String, String> ofUser(Map<String, String> environment) {
    String locale = environment.get(USERS_LOCALE);
    if (locale == null) {
      return environment;
    }
    Map<String, String> users = new HashMap<>(environment);
    users.remove(USERS_LOCALE);
    users.remove(LOCALE);
    if (!locale.isEmpty()) {
      users.put(LOCALE, locale);
    }
    return Map.copyOf(users);
  }
}
