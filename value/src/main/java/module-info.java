/// What everyone speaks of: a value, a place in a text, a diagnostic. No I/O, no dependency.
module ms.continuu.attest.value {
  requires static transitive org.jspecify;

  exports ms.continuu.attest.value;
}
