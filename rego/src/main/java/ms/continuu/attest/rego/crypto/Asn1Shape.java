package ms.continuu.attest.rego.crypto;

import java.util.List;

/// What a piece of DER should be: the counterpart of a Go type for `encoding/asn1`.
///
/// @param goName the Go type's own name, which shows in messages; empty for unnamed types
/// @param fields of a structure
/// @param elements of a list, one; else none
record Asn1Shape(Kind kind, String goName, List<Field> fields, List<Asn1Shape> elements) {
  static final Asn1Shape INT = new Asn1Shape(Kind.INT, "int", List.of(), List.of());
  static final Asn1Shape BIG = new Asn1Shape(Kind.BIG, "", List.of(), List.of());
  static final Asn1Shape OCTETS = new Asn1Shape(Kind.OCTETS, "", List.of(), List.of());
  static final Asn1Shape BOOL = new Asn1Shape(Kind.BOOL, "bool", List.of(), List.of());
  static final Asn1Shape OID = new Asn1Shape(Kind.OID, "ObjectIdentifier", List.of(), List.of());
  static final Asn1Shape BITS = new Asn1Shape(Kind.BITS, "BitString", List.of(), List.of());
  static final Asn1Shape RAW = new Asn1Shape(Kind.RAW, "RawValue", List.of(), List.of());
  static final Asn1Shape ANY = new Asn1Shape(Kind.ANY, "", List.of(), List.of());

  static Asn1Shape struct(String goName, Field... fields) {
    return new Asn1Shape(Kind.STRUCT, goName, List.of(fields), List.of());
  }

  static Asn1Shape listOf(String goName, Asn1Shape element) {
    return new Asn1Shape(Kind.LIST, goName, List.of(), List.of(element));
  }

  Asn1Shape element() {
    return elements.getFirst();
  }

  enum Kind {
    INT(2, false),
    BIG(2, false),
    BOOL(1, false),
    BITS(3, false),
    OCTETS(4, false),
    OID(6, false),
    RAW(-1, false),
    ANY(-1, false),
    STRUCT(16, true),
    LIST(16, true);

    private final int tag;
    private final boolean compound;

    Kind(int tag, boolean compound) {
      this.tag = tag;
      this.compound = compound;
    }

    boolean compound() {
      return compound;
    }

    /// The universal tag; a list whose Go name ends in `SET` is a set.
    int tag(Asn1Shape shape) {
      return this == LIST && shape.goName.endsWith("SET") ? 17 : tag;
    }
  }

  /// A member of a structure.
  ///
  /// @param tag of its own, or -1
  record Field(Asn1Shape shape, boolean optional, boolean explicit, int tag, boolean set) {
    static Field of(Asn1Shape shape) {
      return new Field(shape, false, false, -1, false);
    }

    static Field optional(Asn1Shape shape) {
      return new Field(shape, true, false, -1, false);
    }

    static Field optionalExplicit(Asn1Shape shape, int tag) {
      return new Field(shape, true, true, tag, false);
    }

    static Field tagged(Asn1Shape shape, int tag) {
      return new Field(shape, false, false, tag, false);
    }

    static Field set(Asn1Shape shape) {
      return new Field(shape, false, false, -1, true);
    }

    /// As Go prints the parameters of a field.
    String parameters() {
      return "{optional:"
          + optional
          + " explicit:"
          + explicit
          + " application:false private:false defaultValue:<nil> tag:"
          + (tag < 0 ? "<nil>" : "0xc000000000")
          + " stringType:0 timeType:0 set:"
          + set
          + " omitEmpty:false}";
    }
  }
}
