package kconfigls.rules;

import kconfigls.vfs.VfsPath;

/**
 * That a rule threw something.
 *
 * @param rule its id
 * @param file what it looked at; for a rule about whole projects the root file of the first
 */
public record RuleFault(String rule, VfsPath file, Throwable cause) {
  /** What failed, and where. */
  public String subject() {
    return "rule " + rule + " in " + file;
  }

  /** One line for a report of a bug. */
  public String text() {
    StackTraceElement[] trace = cause.getStackTrace();
    String thrown = cause.toString().lines().findFirst().orElse("");
    return subject() + " failed: " + thrown + (trace.length > 0 ? " at " + trace[0] : "");
  }
}
