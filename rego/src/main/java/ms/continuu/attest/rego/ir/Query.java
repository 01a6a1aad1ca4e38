package ms.continuu.attest.rego.ir;

import java.util.List;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// A query ready to run.
///
/// @param results what a row shows of its expressions
/// @param names what a row calls the binding of a slot; null for one that it does not show
public record Query(
    Block block, Layout layout, List<Result> results, List<@Nullable String> names) {

  /// The value of an expression: that of an operand, or true.
  public record Result(@Nullable Operand value, String text, Location location) {}
}
