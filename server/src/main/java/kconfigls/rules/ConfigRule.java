package kconfigls.rules;

/** A rule about configuration files, in the light of one project or of none. */
public non-sealed interface ConfigRule extends Rule {
  void check(CheckedConfig config, FindingSink sink);
}
