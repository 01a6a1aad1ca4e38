package ms.continuu.attest.rego.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What a rule needs of the value at one place: that one of these things is so.
public final class IndexTest {
  private final boolean anything;
  private final Set<Value> equal;
  private final List<@Nullable Value[]> arrays;
  private final List<String> prefixes;
  private final List<String> suffixes;
  private final Set<Value> members;

  /// @param anything it only has to be defined
  /// @param equal it equals one of these
  /// @param arrays it is an array like one of these, null standing for any item
  /// @param prefixes it is a text, or has one, that begins with one of these
  /// @param suffixes it is a text, or has one, that ends with one of these
  /// @param members it is a collection that has one of these
  public IndexTest(
      boolean anything,
      Set<Value> equal,
      List<@Nullable Value[]> arrays,
      List<String> prefixes,
      List<String> suffixes,
      Set<Value> members) {
    this.anything = anything;
    this.equal = new HashSet<>(equal);
    this.arrays = List.copyOf(arrays);
    this.prefixes = List.copyOf(prefixes);
    this.suffixes = List.copyOf(suffixes);
    this.members = new HashSet<>(members);
  }

  public boolean anything() {
    return anything;
  }

  public Set<Value> equal() {
    return equal;
  }

  public List<@Nullable Value[]> arrays() {
    return arrays;
  }

  public List<String> prefixes() {
    return prefixes;
  }

  public List<String> suffixes() {
    return suffixes;
  }

  public Set<Value> members() {
    return members;
  }

  /// The values it must equal when nothing else will do, or null.
  public @Nullable Set<Value> onlyEqual() {
    boolean only =
        !anything
            && arrays.isEmpty()
            && prefixes.isEmpty()
            && suffixes.isEmpty()
            && members.isEmpty();
    return only ? equal : null;
  }

  /// Whether the value passes.
  ///
  /// @param mapped what the value is where it is compared by its parts
  boolean holds(Value value, Value[] mapped) {
    if (anything || isOneOf(value)) {
      return true;
    }
    for (Value other : mapped) {
      if (isOneOf(other)) {
        return true;
      }
    }
    return !members.isEmpty() && hasMember(value)
        || !prefixes.isEmpty() && hasText(value, prefixes, true)
        || !suffixes.isEmpty() && hasText(value, suffixes, false);
  }

  private boolean isOneOf(Value value) {
    if (value instanceof ArrayValue array) {
      return arrays.stream().anyMatch(pattern -> isLike(array, pattern));
    }
    return !equal.isEmpty() && equal.contains(value);
  }

  private static boolean isLike(ArrayValue array, @Nullable Value[] pattern) {
    if (array.size() != pattern.length) {
      return false;
    }
    for (int i = 0; i < pattern.length; i++) {
      Value wanted = pattern[i];
      if (wanted != null && !wanted.equals(array.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean hasMember(Value value) {
    switch (value) {
      case SetValue set -> {
        return members.stream().anyMatch(set::contains);
      }
      case ArrayValue array -> {
        for (int i = 0; i < array.size(); i++) {
          if (members.contains(array.get(i))) {
            return true;
          }
        }
      }
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          if (members.contains(object.valueAtSlot(i))) {
            return true;
          }
        }
      }
      default -> {}
    }
    return false;
  }

  private static boolean hasText(Value value, List<String> affixes, boolean prefix) {
    return switch (value) {
      case StringValue string ->
          affixes.stream()
              .anyMatch(affix ->
                  prefix ? string.text().startsWith(affix) : string.text().endsWith(affix));
      case SetValue set -> set.asList().stream().anyMatch(item -> isText(item, affixes, prefix));
      case ArrayValue array ->
          array.asList().stream().anyMatch(item -> isText(item, affixes, prefix));
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          if (isText(object.valueAtSlot(i), affixes, prefix)) {
            yield true;
          }
        }
        yield false;
      }
      default -> false;
    };
  }

  private static boolean isText(Value value, List<String> affixes, boolean prefix) {
    return value instanceof StringValue && hasText(value, affixes, prefix);
  }
}
