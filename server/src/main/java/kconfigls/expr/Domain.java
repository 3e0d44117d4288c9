package kconfigls.expr;

/** Which values a symbol can have. */
public enum Domain {
  /** n and y. */
  BOOL,
  /** n, m and y. */
  TRISTATE,
  /** Nothing but n. */
  NEVER,
  INT,
  HEX,
  STRING,
  /** Nothing is known of it. */
  ANY
}
