package ms.continuu.attest.value;

/// An immutable Rego value. *Undefined* is the absence of a value (`null`), never a `Value`.
///
/// Equality and order are OPA's: null < boolean < number < string < array < object < set; numbers
/// by their exact value (`1` equals `1.0`), strings by their UTF-8 bytes, arrays element by
/// element, objects and sets over their sorted members. Hash codes agree with equality and are
/// kept.
public sealed interface Value extends Comparable<Value>
    permits NullValue, BooleanValue, NumberValue, StringValue, ArrayValue, ObjectValue, SetValue {

  /// The place of this value's type in the order of types, from 0.
  int typeOrder();

  /// The name of the type as Rego's `type_name` gives it.
  String typeName();

  @Override
  default int compareTo(Value other) {
    return ValueOrder.compare(this, other);
  }
}
