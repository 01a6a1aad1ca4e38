package ms.continuu.attest.operations.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Holds what is configured against what there is: names of policies, names of their parameters,
/// and the types that the policies' annotations declare.
public final class ParameterCheck {
  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing(ParameterCheck::file).thenComparingInt(ParameterCheck::start);

  private final List<RuleDescription> rules;
  private final ObjectValue defaults;
  private final Settings settings;
  private final List<Diagnostic> faults = new ArrayList<>();

  private ParameterCheck(
      List<RuleDescription> rules, ObjectValue defaults, Configuration configuration) {
    this.rules = rules;
    this.defaults = defaults;
    this.settings = new Settings(configuration);
  }

  /// What is wrong with the list `policies`.
  ///
  /// @param rules of all policies there are, judged by or not
  /// @param defaults the library's parameters, `data.attest.parameters`; those that belong to no
  ///   policy are shared by several
  public static List<Diagnostic> check(
      List<RuleDescription> rules, ObjectValue defaults, Configuration configuration) {
    ParameterCheck check = new ParameterCheck(rules, defaults, configuration);
    configuration.policies().forEach(check::check);
    check.faults.sort(BY_PLACE);
    return check.faults;
  }

  private void check(PolicyEntry entry) {
    List<RuleDescription> meant = meant(entry);
    if (meant.isEmpty()) {
      if (defaults.get(PolicyEntry.plain(entry.name())) instanceof ObjectValue shared) {
        checkShared(entry, shared);
      } else {
        faults.add(unknownPolicy(entry.name(), entry.location(), rules, defaults));
      }
      return;
    }
    if (!entry.parameters().isEmpty()) {
      checkParameters(entry, meant);
    }
  }

  private static String file(Diagnostic fault) {
    Location place = fault.location();
    return place == null ? "" : place.file();
  }

  private static int start(Diagnostic fault) {
    Location place = fault.location();
    return place == null ? 0 : place.start();
  }

  private List<RuleDescription> meant(PolicyEntry entry) {
    return rules.stream().filter(rule -> settings.means(entry, rule)).toList();
  }

  static Diagnostic unknownPolicy(
      String name, @Nullable Location place, List<RuleDescription> rules, ObjectValue defaults) {
    return ConfigFaults.error(
        "config_unknown_policy",
        "no policy is named `" + name + "`",
        place,
        ConfigFaults.meant(
            PolicyEntry.plain(name), names(rules, defaults), "`attest policy list` shows all"));
  }

  /// The names that may stand in the list `policies`, but for the whole ones.
  private static TreeSet<String> names(List<RuleDescription> rules, ObjectValue defaults) {
    TreeSet<String> names = new TreeSet<>();
    for (RuleDescription rule : rules) {
      names.add(rule.policy().shortName());
      String name = rule.policy().name();
      int end = name.lastIndexOf('.');
      if (end > 0) {
        names.add(PolicyEntry.plain(name.substring(0, end)));
      }
    }
    for (int i = 0; i < defaults.size(); i++) {
      if (defaults.keyAt(i) instanceof StringValue key) {
        names.add(key.text());
      }
    }
    return names;
  }

  /// Parameters that several policies share have a name of their own, and nothing but parameters.
  private void checkShared(PolicyEntry entry, ObjectValue shared) {
    if (entry.enabled().isGiven() || entry.enforcement().isGiven()) {
      faults.add(
          ConfigFaults.error(
              "config_value",
              "`" + entry.name() + "` is no policy; it holds parameters that policies share",
              entry.location(),
              "give it `parameters` only"));
    }
    SequencedMap<String, Declared> declared = new LinkedHashMap<>();
    for (int i = 0; i < shared.size(); i++) {
      if (shared.keyAt(i) instanceof StringValue key) {
        declared.put(key.text(), Declared.like(shared.valueAt(i)));
      }
    }
    checkAgainst(entry, declared);
  }

  private void checkParameters(PolicyEntry entry, List<RuleDescription> meant) {
    List<String> policies =
        meant.stream().map(rule -> rule.policy().shortName()).distinct().toList();
    if (policies.size() > 1) {
      faults.add(
          ConfigFaults.error(
              "config_value",
              "`"
                  + entry.name()
                  + "` means "
                  + policies.size()
                  + " policies, and parameters belong to one",
              entry.location(),
              owners(entry, meant)));
      return;
    }
    String key = meant.getFirst().policy().shortName();
    if (!key.equals(Settings.parametersKey(entry.name(), defaults))) {
      faults.add(
          ConfigFaults.error(
              "config_value",
              "parameters stand under a policy's short name, and `" + entry.name() + "` is another",
              entry.location(),
              "write `" + key + "`"));
      return;
    }
    checkAgainst(entry, declared(meant, defaults));
  }

  private static String owners(PolicyEntry entry, List<RuleDescription> meant) {
    List<String> owners =
        meant.stream()
            .filter(rule ->
                declared(List.of(rule), ObjectValue.EMPTY).keySet().stream()
                    .anyMatch(entry.parameters()::containsKey))
            .map(rule -> rule.policy().shortName())
            .distinct()
            .toList();
    return owners.isEmpty() ? "" : "name " + ConfigFaults.quoted(owners, " or ");
  }

  private void checkAgainst(PolicyEntry entry, Map<String, Declared> declared) {
    entry
        .parameters()
        .forEach((name, setting) -> {
          Diagnostic fault = fault(entry.name(), name, setting, declared);
          if (fault != null) {
            faults.add(fault);
          }
        });
  }

  private static @Nullable Diagnostic fault(
      String policy, String name, Setting<Value> setting, Map<String, Declared> declared) {
    Location place = setting.origin() instanceof Origin.InFile file ? file.location() : null;
    Declared wanted = declared.get(name);
    if (wanted == null) {
      return ConfigFaults.error(
          "config_unknown_parameter",
          "`" + policy + "` has no parameter `" + name + "`",
          place,
          ConfigFaults.meant(
              name,
              declared.keySet(),
              declared.isEmpty()
                  ? "it has none"
                  : "it has " + ConfigFaults.quoted(declared.keySet(), ", ")));
    }
    String why = wanted.mismatch(setting.value());
    return why.isEmpty()
        ? null
        : ConfigFaults.error(
            "config_type",
            "`" + policy + "." + name + "` " + why,
            place,
            wanted.description().isEmpty() ? "" : "`" + name + "`: " + wanted.description());
  }

  /// The parameters that rules of one policy declare, and those that have a default.
  static SequencedMap<String, Declared> declared(
      List<RuleDescription> rules, ObjectValue defaults) {
    SequencedMap<String, Declared> all = new LinkedHashMap<>();
    for (RuleDescription rule : rules) {
      if (rule.custom().get("parameters") instanceof ObjectValue told) {
        for (int i = 0; i < told.size(); i++) {
          if (told.keyAt(i) instanceof StringValue name) {
            all.putIfAbsent(name.text(), Declared.of(told.valueAt(i)));
          }
        }
      }
    }
    if (!rules.isEmpty()
        && defaults.get(rules.getFirst().policy().shortName()) instanceof ObjectValue more) {
      for (int i = 0; i < more.size(); i++) {
        if (more.keyAt(i) instanceof StringValue name) {
          all.putIfAbsent(name.text(), Declared.like(more.valueAt(i)));
        }
      }
    }
    return all;
  }

  /// What a parameter is declared to be.
  ///
  /// @param type a word such as `array`; anything goes where it is none of those known
  /// @param items the type of the items of an array; empty for any
  record Declared(String type, String items, String description) {
    private static final String LIST = "array";

    /// What annotations say: an object with `type`, `items` and `description`.
    static Declared of(Value told) {
      ObjectValue object = told instanceof ObjectValue o ? o : ObjectValue.EMPTY;
      Value items = object.get("items");
      Value type = items instanceof ObjectValue nested ? nested.get("type") : items;
      return new Declared(text(object.get("type")), text(type), text(object.get("description")));
    }

    /// What a default shows.
    static Declared like(Value value) {
      return new Declared(
          switch (value) {
            case BooleanValue b -> "boolean";
            case NumberValue n -> "number";
            case StringValue s -> "string";
            case ArrayValue a -> LIST;
            case ObjectValue o -> "object";
            default -> "";
          },
          "",
          "");
    }

    /// What a value is that it must not be, in words; empty when it fits.
    String mismatch(Value value) {
      if (!fits(value, type)) {
        return "is " + StructureCheck.described(value) + ", and must be " + words();
      }
      if (value instanceof ArrayValue list && !items.isEmpty()) {
        for (int i = 0; i < list.size(); i++) {
          if (!fits(list.get(i), items)) {
            return "has "
                + StructureCheck.described(list.get(i))
                + " at index "
                + i
                + ", and must be "
                + words();
          }
        }
      }
      return "";
    }

    String words() {

      return type.equals(LIST) && !items.isEmpty()
          ? "an array, each item of it " + article(items) + items
          : article(type) + type;
    }

    private static String article(String word) {
      return "aeio".indexOf(word.charAt(0)) >= 0 ? "an " : "a ";
    }

    /// The shape that values written in a shell are read by.
    Shape shape() {
      return switch (type) {
        case "boolean" -> new Shape.Truth("");
        case "string" -> new Shape.Text("");
        case LIST -> new Shape.Items(new Shape.Text(""), "");
        default -> new Shape.Free("");
      };
    }

    private static boolean fits(Value value, String type) {
      return switch (type) {
        case "string" -> value instanceof StringValue;
        case "number" -> value instanceof NumberValue;
        case "integer" -> value instanceof NumberValue number && number.wholeValue() != null;
        case "boolean" -> value instanceof BooleanValue;
        case LIST -> value instanceof ArrayValue;
        case "object" -> value instanceof ObjectValue;
        default -> true;
      };
    }

    private static String text(@Nullable Value value) {
      return value instanceof StringValue text ? text.text() : "";
    }
  }
}
