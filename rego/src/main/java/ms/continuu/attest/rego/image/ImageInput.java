package ms.continuu.attest.rego.image;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Reads what [ImageOutput] wrote.
final class ImageInput {
  private final byte[] bytes;
  private final Texts texts;
  private int at;

  /// The texts of an image; the values of those that are string constants are made once.
  record Texts(String[] all, StringValue[] values, SourceFile[] files) {
    Texts(String[] all) {
      this(all, new StringValue[all.length], new SourceFile[all.length]);
    }

    StringValue value(int number) {
      StringValue value = values[number];
      if (value == null) {
        value = StringValue.of(all[number]);
        values[number] = value;
      }
      return value;
    }

    /// The file of places: its name, without its text.
    SourceFile file(int number) {
      SourceFile file = files[number];
      if (file == null) {
        file = new SourceFile(all[number], "");
        files[number] = file;
      }
      return file;
    }
  }

  ImageInput(byte[] bytes, int at, Texts texts) {
    this.bytes = bytes;
    this.at = at;
    this.texts = texts;
  }

  int position() {
    return at;
  }

  int number() {
    int number = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      number |= (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return number;
  }

  boolean flag() {
    return bytes[at++] != 0;
  }

  String text() {
    return texts.all[number()];
  }

  List<String> texts() {
    int size = number();
    List<String> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(text());
    }
    return all;
  }

  Location location() {
    SourceFile file = texts.file(number());
    int start = number();
    return new Location(file, start, start + number(), number(), number());
  }

  Value[] values() {
    Value[] values = new Value[number()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value();
    }
    return values;
  }

  Value value() {
    int tag = number();
    return switch (tag) {
      case ImageTags.NULL -> NullValue.NULL;
      case ImageTags.TRUE -> BooleanValue.TRUE;
      case ImageTags.FALSE -> BooleanValue.FALSE;
      case ImageTags.NUMBER -> NumberValue.parse(text());
      case ImageTags.STRING -> texts.value(number());
      case ImageTags.ARRAY -> ArrayValue.owning(values());
      case ImageTags.SET -> SetValue.of(values());
      case ImageTags.OBJECT -> {
        int size = number();
        ObjectValue.Builder object = ObjectValue.builder(size);
        for (int i = 0; i < size; i++) {
          Value key = value();
          object.put(key, value());
        }
        yield object.build();
      }
      default -> throw new IllegalStateException("no value has the tag " + tag);
    };
  }
}
