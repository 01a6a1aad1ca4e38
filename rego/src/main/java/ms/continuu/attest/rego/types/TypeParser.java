package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.types.Type.ArrayOf;
import ms.continuu.attest.rego.types.Type.Function;
import ms.continuu.attest.rego.types.Type.ObjectOf;
import ms.continuu.attest.rego.types.Type.Property;
import ms.continuu.attest.rego.types.Type.Scalar;
import ms.continuu.attest.rego.types.Type.SetOf;
import ms.continuu.attest.rego.types.Type.Union;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// Reads a type from the text that [TypeText] writes. For our own tables: a fault is a bug.
final class TypeParser {
  private final String text;
  private int position;

  private TypeParser(String text) {
    this.text = text;
  }

  static Type parse(String text) {
    TypeParser parser = new TypeParser(text);
    Type type = text.startsWith("(") ? parser.function() : parser.type();
    if (parser.position != text.length()) {
      throw new IllegalArgumentException("no type: " + text);
    }
    return type;
  }

  private Type type() {
    String word = word();
    return switch (word) {
      case "null" -> Scalar.NULL;
      case "boolean" -> Scalar.BOOLEAN;
      case "number" -> Scalar.NUMBER;
      case "string" -> Scalar.STRING;
      case "any" -> Union.sorted(list('<', '>').toArray(Type[]::new));
      case "array" -> new ArrayOf(list('<', '>'), rest());
      case "set" -> new SetOf(rest());
      case "object" -> new ObjectOf(properties(), others());
      default -> throw new IllegalArgumentException("no type: " + word);
    };
  }

  private Type function() {
    List<Type> args = list('(', ')');
    skip(" => ");
    return new Function(args, null, type());
  }

  private String word() {
    int start = position;
    while (position < text.length()
        && (Character.isLetterOrDigit(text.charAt(position)) || text.charAt(position) == '_')) {
      position++;
    }
    return text.substring(start, position);
  }

  private boolean at(char c) {
    return position < text.length() && text.charAt(position) == c;
  }

  private void skip(String expected) {
    if (!text.startsWith(expected, position)) {
      throw new IllegalArgumentException("no type: " + text);
    }
    position += expected.length();
  }

  private List<Type> list(char open, char close) {
    List<Type> types = new ArrayList<>();
    if (at(open)) {
      position++;
      while (!at(close)) {
        types.add(type());
        if (!at(close)) {
          skip(", ");
        }
      }
      position++;
    }
    return types;
  }

  private @Nullable Type rest() {
    if (!at('[')) {
      return null;
    }
    position++;
    Type type = type();
    skip("]");
    return type;
  }

  private List<Property> properties() {
    List<Property> properties = new ArrayList<>();
    if (at('<')) {
      position++;
      while (!at('>')) {
        String name = word();
        skip(": ");
        properties.add(new Property(StringValue.of(name), type()));
        if (!at('>')) {
          skip(", ");
        }
      }
      position++;
    }
    return properties;
  }

  private Type.@Nullable Others others() {
    if (!at('[')) {
      return null;
    }
    position++;
    Type key = type();
    skip(": ");
    Type value = type();
    skip("]");
    return new Type.Others(key, value);
  }
}
