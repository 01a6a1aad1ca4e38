package ms.continuu.attest.rego.image;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Numbers, texts, values and places as bytes. Texts are numbers in a table that many outputs
/// share.
final class ImageOutput {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<String, Integer> texts;

  /// @param texts the texts of the whole image by their numbers, added to
  ImageOutput(Map<String, Integer> texts) {
    this.texts = texts;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /// Seven bits a byte, the lowest first; negative numbers take five bytes.
  void number(int number) {
    int rest = number;
    while ((rest & ~0x7F) != 0) {
      bytes.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
  }

  void flag(boolean flag) {
    bytes.write(flag ? 1 : 0);
  }

  void text(String text) {
    Integer known = texts.get(text);
    if (known == null) {
      known = texts.size();
      texts.put(text, known);
    }
    number(known);
  }

  void texts(List<String> all) {
    number(all.size());
    all.forEach(this::text);
  }

  void raw(byte[] more) {
    bytes.writeBytes(more);
  }

  void location(Location place) {
    text(place.file());
    number(place.start());
    number(place.end() - place.start());
    number(place.row());
    number(place.column());
  }

  void values(Value[] values) {
    number(values.length);
    for (Value value : values) {
      value(value);
    }
  }

  void value(Value value) {
    switch (value) {
      case NullValue n -> number(ImageTags.NULL);
      case BooleanValue b -> number(b == BooleanValue.TRUE ? ImageTags.TRUE : ImageTags.FALSE);
      case NumberValue n -> {
        number(ImageTags.NUMBER);
        text(n.toString());
      }
      case StringValue s -> {
        number(ImageTags.STRING);
        text(s.text());
      }
      case ArrayValue array -> {
        number(ImageTags.ARRAY);
        number(array.size());
        array.forEach(this::value);
      }
      case SetValue set -> {
        number(ImageTags.SET);
        number(set.size());
        set.forEach(this::value);
      }
      case ObjectValue object -> {
        number(ImageTags.OBJECT);
        number(object.size());
        for (int i = 0; i < object.size(); i++) {
          value(object.keyAt(i));
          value(object.valueAt(i));
        }
      }
    }
  }
}
