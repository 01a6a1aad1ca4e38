package ms.continuu.attest.rego.ir;

import java.util.List;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What a statement works on. A pattern is an operand that holds neither references nor
/// comprehensions: it has a value once its slots are bound, and until then can be matched.
public sealed interface Operand {

  /// Whether it must be looked up or computed, and so may have no value, or many.
  default boolean isComputed() {
    return this instanceof Reference || this instanceof Comprehension;
  }

  /// A value.
  record Constant(Value value) implements Operand {}

  /// A variable: a slot of the frame, null while unbound.
  record Local(int slot) implements Operand {}

  /// An array with slots in it.
  record ArrayOf(Operand[] items) implements Operand {}

  /// A set with slots in it; never matched, only compared.
  record SetOf(Operand[] items) implements Operand {}

  /// An object with slots in it.
  record ObjectOf(Operand[] keys, Operand[] values) implements Operand {}

  /// A path into a document.
  sealed interface Reference extends Operand {
    /// The keys from the root on.
    Operand[] path();
  }

  /// `input.a[x]`.
  record InputReference(Operand[] path) implements Reference {}

  /// `x.a[y]`; a head that is no variable has no value.
  record LocalReference(@Nullable Local head, Operand[] path) implements Reference {}

  /// `data.a[x]`.
  ///
  /// @param constant the path as values when it holds no slot
  /// @param end the length of the constant prefix that leads through the tree of virtual documents,
  ///   up to where rules stand
  /// @param node the node there; null when the prefix leaves the tree
  /// @param rules the rules that stand there, if any
  record DataReference(
      Operand[] path,
      Value @Nullable [] constant,
      int end,
      @Nullable DocumentNode node,
      @Nullable RuleSet rules)
      implements Reference {}

  /// `[x | …]`, `{x | …}` or `{k: v | …}`.
  ///
  /// @param keys the slots it is indexed by: its results are grouped by their values once; none
  ///   when it is not indexed
  /// @param place where the key stands, for an object with two values of one key
  record Comprehension(
      Kind kind,
      @Nullable Operand key,
      Operand value,
      Block body,
      Layout layout,
      List<Local> keys,
      Location place)
      implements Operand {

    /// What is collected.
    public enum Kind {
      ARRAY,
      SET,
      OBJECT
    }
  }
}
