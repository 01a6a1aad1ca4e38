package ms.continuu.attest.operations.trace;

import java.util.List;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// One evaluation of a rule's definition, or of a body within an expression.
///
/// @param name the rule's, with its package; empty for a body
/// @param holds whether it had a result
/// @param value the result of a complete rule or function; else null
public record Attempt(
    String name, Location location, boolean holds, @Nullable Value value, List<Step> steps) {
  public Attempt {
    steps = List.copyOf(steps);
  }

  /// One evaluation of an expression.
  ///
  /// @param text the expression as it is written
  /// @param holds whether it was true, for some values
  /// @param negated whether it says `not`
  /// @param values what its variables and refs stand for
  /// @param within the rules and bodies that it evaluated
  public record Step(
      String text,
      Location location,
      boolean holds,
      boolean negated,
      List<Known> values,
      List<Attempt> within) {
    public Step {
      values = List.copyOf(values);
      within = List.copyOf(within);
    }
  }

  /// What a part of an expression stands for.
  ///
  /// @param value null when it is undefined
  /// @param place where the value stands in the file of the input, or the deepest node above what
  ///   is undefined; null when it does not come from there
  public record Known(String text, @Nullable Value value, @Nullable Location place) {}

  /// The steps that failed, each place of the policy once for each set of values.
  public List<Step> failures() {
    return steps.stream().filter(step -> !step.holds()).toList();
  }
}
