package ms.continuu.attest.rego.graphql;

/// A place in a document, counted from 1 in characters. Behind the start of a block string the
/// column counts from the line where the string ends, as in OPA.
record Position(int line, int column) {

  /// The place of what was not read from a text.
  static final Position NOWHERE = new Position(-1, -1);
}
