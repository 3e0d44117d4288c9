package kconfigls.rules;

/** Takes what a rule finds. */
public interface FindingSink {
  void report(Draft draft);
}
