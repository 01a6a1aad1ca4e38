package ms.continuu.attest.operations.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.operations.config.Shape.Member;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Holds a document against the shape it should have, and tells of everything that is off.
final class StructureCheck {
  private final Document document;
  private final List<Value> path = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Diagnostic> faults = new ArrayList<>();

  private StructureCheck(Document document) {
    this.document = document;
  }

  static List<Diagnostic> of(Document document, Shape shape) {
    StructureCheck check = new StructureCheck(document);
    check.check(document.value(), shape);
    return check.faults;
  }

  /// What a value is not, in words; empty when it is what it should be. For values that do not
  /// stand in a document.
  static String mismatch(Value value, Shape shape) {
    return switch (shape) {
      case Shape.Truth t -> value instanceof BooleanValue ? "" : "a boolean (`true` or `false`)";
      case Shape.Text t -> value instanceof StringValue ? "" : "a string";
      case Shape.Address a -> isAddress(value) ? "" : "a URL, such as `https://…`";
      case Shape.Count c -> isCount(value) ? "" : "a whole number";
      case Shape.Choice choice ->
          isChosen(value, choice) ? "" : "one of " + ConfigFaults.quoted(choice.words(), ", ");
      case Shape.Items items -> value instanceof ArrayValue ? "" : "a list";
      case Shape.Members members -> value instanceof ObjectValue ? "" : "keys and values";
      case Shape.Free free -> value instanceof ObjectValue ? "" : "keys and values";
    };
  }

  private void check(Value value, Shape shape) {
    boolean isSection =
        shape instanceof Shape.Items
            || shape instanceof Shape.Members
            || shape instanceof Shape.Free;
    if (isSection && value instanceof NullValue) {
      return;
    }
    String wanted = mismatch(value, shape);
    if (!wanted.isEmpty()) {
      mismatched(value, shape, wanted);
      return;
    }
    if (shape instanceof Shape.Items items && value instanceof ArrayValue array) {
      checkItems(array, items);
    } else if (shape instanceof Shape.Members members && value instanceof ObjectValue object) {
      checkMembers(object, members);
    }
  }

  private void checkItems(ArrayValue array, Shape.Items items) {
    for (int i = 0; i < array.size(); i++) {
      Value item = array.get(i);
      String name =
          item instanceof ObjectValue object && object.get("name") instanceof StringValue text
              ? text.text()
              : "";
      enter(NumberValue.of(i), name.isEmpty() ? "[" + i + "]" : "." + name);
      if (item instanceof NullValue && items.item() instanceof Shape.Members) {
        fault("config_type", told() + " is empty", "remove the dash, or write what belongs to it");
      } else {
        check(item, items.item());
      }
      leave();
    }
  }

  private void checkMembers(ObjectValue object, Shape.Members members) {
    List<String> known = members.members().stream().map(Member::name).toList();
    for (int i = 0; i < object.size(); i++) {
      String key =
          object.keyAt(i) instanceof StringValue text ? text.text() : object.keyAt(i).toString();
      enter(object.keyAt(i), "." + key);
      Member member =
          members.members().stream().filter(m -> m.name().equals(key)).findFirst().orElse(null);
      if (member != null) {
        check(object.valueAt(i), member.shape());
      } else if (!members.isOpen()) {
        leave();
        String within = names.isEmpty() ? "" : " in " + told();
        enter(object.keyAt(i), "." + key);
        fault(
            "config_unknown_key",
            "unknown key `" + key + "`" + within,
            ConfigFaults.meant(
                key, known, "the keys here are " + ConfigFaults.quoted(known, ", ")));
      }
      leave();
    }
    for (Member member : members.members()) {
      Value value = object.get(member.name());
      boolean isMissing =
          value == null || value instanceof StringValue text && text.text().isBlank();
      if (member.isRequired() && isMissing) {
        fault(
            "config_missing",
            told() + " has no `" + member.name() + "`",
            "add `" + member.name() + ": …`");
      }
    }
  }

  private void mismatched(Value value, Shape shape, String wanted) {
    if (shape instanceof Shape.Choice choice && value instanceof StringValue text) {
      List<String> words =
          choice.words().stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
      fault(
          "config_value",
          told() + " is `" + text.text() + "`, and must be " + wanted,
          ConfigFaults.meant(text.text(), words, ""));
      return;
    }
    fault(
        "config_type",
        told() + " is " + described(value) + ", and must be " + wanted,
        shape instanceof Shape.Truth && value instanceof StringValue
            ? "write `true` or `false`, without quotes"
            : "");
  }

  /// A value as messages call it.
  static String described(Value value) {
    return switch (value) {
      case NullValue n -> "empty";
      case BooleanValue b -> "the boolean `" + b + "`";
      case NumberValue n -> "the number `" + n + "`";
      case StringValue s -> "the string `" + s.text() + "`";
      case ArrayValue a -> "a list";
      default -> "a set of keys and values";
    };
  }

  private static boolean isAddress(Value value) {
    return value instanceof StringValue text
        && (text.text().isEmpty() || text.text().matches("[a-z][a-z0-9+.-]*://\\S+"));
  }

  private static boolean isCount(Value value) {
    return value instanceof NumberValue number && number.isLong() && number.longValue() >= 0;
  }

  /// YAML reads a bare `off` as false.
  private static boolean isChosen(Value value, Shape.Choice choice) {
    return switch (value) {
      case StringValue text -> choice.words().stream().anyMatch(text.text()::equalsIgnoreCase);
      case BooleanValue truth -> !truth.value() && choice.words().contains("off");
      default -> false;
    };
  }

  private void enter(Value step, String name) {
    path.add(step);
    names.add(name);
  }

  private void leave() {
    path.removeLast();
    names.removeLast();
  }

  private String told() {
    String all = String.join("", names);
    return names.isEmpty()
        ? "the file"
        : "`" + (all.startsWith(".") ? all.substring(1) : all) + "`";
  }

  private void fault(String code, String message, String help) {
    Location place = document.positions().locate(path);
    faults.add(ConfigFaults.error(code, message, place, help));
  }
}
