package ms.continuu.attest.rego.ir;

import ms.continuu.attest.rego.builtin.Builtin;
import org.jspecify.annotations.Nullable;

/// A built-in as a program calls it.
///
/// @param hasResult false for one that has no value, as `print`
/// @param relation it may have several results
/// @param behaviour null when the engine has none of that name, or does it itself
public record BuiltinTarget(
    String name, int arity, boolean hasResult, boolean relation, @Nullable Builtin behaviour)
    implements Callable {}
