package ms.continuu.attest.rego.ir;

import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// One step of a block.
///
/// @param modifiers the `with`s in force while it runs
/// @param origin the expression it was made from
public record Statement(
    Operation operation, Modifier[] modifiers, Object origin, Location location) {

  /// What a statement does.
  public sealed interface Operation {}

  /// `left = right`.
  public record Unify(Operand left, Operand right) implements Operation {}

  /// A term on its own: holds for every value but false.
  public record Test(Operand operand) implements Operation {}

  /// A call of a built-in.
  ///
  /// @param output what the result is unified with; when absent the result must not be false
  public record CallBuiltin(BuiltinTarget target, Operand[] arguments, @Nullable Operand output)
      implements Operation {}

  /// A call of a function of the program.
  public record CallFunction(RuleSet target, Operand[] arguments, @Nullable Operand output)
      implements Operation {}

  /// `not e`.
  public record Negation(Block block) implements Operation {}

  /// `not { … }`.
  public record NotBody(Block block) implements Operation {}

  /// `left and right`.
  public record Both(Block left, Block right) implements Operation {}

  /// `left or right`.
  public record Either(Block left, Block right) implements Operation {}

  /// `every k, v in domain { … }`.
  ///
  /// @param generator binds key and value to each member of the domain in turn
  public record Every(Operand domain, Block generator, Block body) implements Operation {}

  /// `with target as value`.
  public sealed interface Modifier {

    /// Replaces the input, or a part of it.
    record ReplaceInput(Value[] path, Operand value) implements Modifier {}

    /// Replaces a part of the data.
    record ReplaceData(Value[] path, Operand value) implements Modifier {}

    /// Replaces a function or a built-in by a value or by another one.
    record ReplaceFunction(Callable target, Replacement replacement) implements Modifier {}
  }

  /// What stands in for a function.
  public sealed interface Replacement {
    /// A value for every call.
    record ByValue(Operand value) implements Replacement {}

    /// Another function or built-in.
    record ByCallable(Callable callable) implements Replacement {}
  }
}
