package ms.continuu.attest.rego.runtime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What rules and functions were found to be, while the same replacements are in force.
public final class VirtualCache {
  /// A document known to be undefined.
  public static final Object UNDEFINED = new Object();

  private final int ruleSets;
  private Frame top;

  private static final class Frame {
    final @Nullable Frame outer;
    final @Nullable Object[] documents;
    final @Nullable Map<Key, Value>[] parts;

    @SuppressWarnings("unchecked")
    Frame(@Nullable Frame outer, int ruleSets) {
      this.outer = outer;
      documents = new Object[ruleSets];
      parts = (Map<Key, Value>[]) new Map<?, ?>[ruleSets];
    }
  }

  /// The arguments of a call, or the keys of a part of a document. Where the part depends on keys
  /// behind a variable, `scope` has them, null standing for a variable.
  public static final class Key {
    private final Value[] values;
    private final @Nullable Value[] scope;
    private final int hash;

    public Key(Value[] values) {
      this(values, new Value[0]);
    }

    public Key(Value[] values, @Nullable Value[] scope) {
      this.values = values;
      this.scope = scope;
      hash = Arrays.hashCode(values) * 31 + Arrays.hashCode(scope);
    }

    public Value[] values() {
      return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && hash == key.hash
          && Arrays.equals(values, key.values)
          && Arrays.equals(scope, key.scope);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  public VirtualCache(int ruleSets) {
    this.ruleSets = ruleSets;
    top = new Frame(null, ruleSets);
  }

  /// Begins anew, for other replacements.
  public void push() {
    top = new Frame(top, ruleSets);
  }

  /// Returns to what was known before the last push.
  public void pop() {
    Frame outer = top.outer;
    if (outer == null) {
      throw new IllegalStateException("nothing was pushed");
    }
    top = outer;
  }

  /// A whole document: its value, [#UNDEFINED], or null when it is not known.
  public @Nullable Object document(int ruleSet) {
    return top.documents[ruleSet];
  }

  public void putDocument(int ruleSet, Object valueOrUndefined) {
    top.documents[ruleSet] = valueOrUndefined;
  }

  /// The result of a call, or a part of a document; null when it is not known.
  public @Nullable Value part(int ruleSet, Key key) {
    Map<Key, Value> known = top.parts[ruleSet];
    return known == null ? null : known.get(key);
  }

  public void putPart(int ruleSet, Key key, Value value) {
    Map<Key, Value> known = top.parts[ruleSet];
    if (known == null) {
      known = new HashMap<>();
      top.parts[ruleSet] = known;
    }
    known.put(key, value);
  }
}
