/// Modules to a checked program: one phase a file, in the order that [Compilation] lists; OPA's
/// error codes.
@NullMarked
package ms.continuu.attest.rego.check;

import org.jspecify.annotations.NullMarked;
