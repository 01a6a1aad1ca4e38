package ms.continuu.attest.operations.config;

import java.util.Locale;

/// Whom a file of configuration is for. The later one goes first.
public enum Scope {
  /// The user, in all projects.
  GLOBAL,
  /// One project.
  PROJECT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
