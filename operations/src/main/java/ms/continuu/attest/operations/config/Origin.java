package ms.continuu.attest.operations.config;

import ms.continuu.attest.value.Location;

/// Where a value of the configuration came from.
public sealed interface Origin {

  /// Nobody said anything.
  Origin DEFAULT = new Default();

  /// What people read: `project .attest/policies.yaml:4`.
  String text();

  /// Nobody said anything.
  record Default() implements Origin {
    @Override
    public String text() {
      return "default";
    }
  }

  /// A file said so, at this place.
  record InFile(Scope scope, Location location) implements Origin {
    @Override
    public String text() {
      return scope.word() + " " + location.file() + ":" + location.row();
    }
  }

  /// An environment variable said so.
  record Variable(String name) implements Origin {
    @Override
    public String text() {
      return "environment " + name;
    }
  }

  /// A flag of the command line said so.
  record Flag(String name) implements Origin {
    @Override
    public String text() {
      return "flag " + name;
    }
  }
}
