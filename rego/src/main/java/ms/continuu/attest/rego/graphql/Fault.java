package ms.continuu.attest.rego.graphql;

import org.jspecify.annotations.Nullable;

/// One thing that is wrong, and where.
record Fault(String message, @Nullable Position position) {

  /// As the library writes it: `input:1:2: message`.
  String text() {
    return position == null
        ? "input: " + message
        : "input:" + position.line() + ":" + position.column() + ": " + message;
  }
}
