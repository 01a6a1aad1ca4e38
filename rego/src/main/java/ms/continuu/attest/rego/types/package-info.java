/// Static types: what a type is, what each built-in declares, and the checker that finds
/// expressions which can never hold.
@NullMarked
package ms.continuu.attest.rego.types;

import org.jspecify.annotations.NullMarked;
