package ms.continuu.attest.value;

/// A string: any sequence of bytes, as in OPA.
///
/// INVARIANT: `text` is a Java string in which a byte `0x80…0xFF` that is not part of valid UTF-8
/// stands as the lone low surrogate `U+DC00 + byte`. Every other surrogate is one half of a pair.
/// So no byte is lost, a stray byte counts as one code point as it does in Go, and order is by
/// bytes.
public final class StringValue implements Value {
  public static final StringValue EMPTY = new StringValue("");

  private final String text;

  private StringValue(String text) {
    this.text = text;
  }

  public static StringValue of(String text) {
    return text.isEmpty() ? EMPTY : new StringValue(text);
  }

  /// The string of these bytes, valid UTF-8 or not.
  public static StringValue ofBytes(byte[] bytes) {
    return of(Utf8.decode(bytes));
  }

  public String text() {
    return text;
  }

  /// The bytes of the string; stray bytes come back as they were.
  public byte[] bytes() {
    return Utf8.encode(text);
  }

  /// The number of code points, as OPA's `count` gives it.
  public int codePoints() {
    return text.codePointCount(0, text.length());
  }

  int compareBytes(StringValue other) {
    return Utf8.compare(text, other.text);
  }

  @Override
  public int typeOrder() {
    return 3;
  }

  @Override
  public String typeName() {
    return "string";
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof StringValue s && text.equals(s.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /// The string as a Rego literal, quoted and escaped.
  @Override
  public String toString() {
    return RegoText.quote(text);
  }
}
