package ms.continuu.attest.rego.ir;

import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// One rule definition, or one `else` of it.
///
/// @param path the whole path of the document below `data`, with the slots of a general ref head
/// @param arguments the patterns of the parameters
/// @param key the member added, for a multi-value rule
/// @param value the value, for a single-value rule
/// @param constantValue the value when it holds no slot
/// @param complete it defines a whole document, not a member of one
/// @param origin the rule it was made from
public record RuleCode(
    Operand[] path,
    Operand[] arguments,
    @Nullable Operand key,
    @Nullable Operand value,
    @Nullable Value constantValue,
    boolean complete,
    Block body,
    Layout layout,
    Object origin,
    Location location,
    Location headLocation) {

  public boolean multiValue() {
    return value == null;
  }
}
