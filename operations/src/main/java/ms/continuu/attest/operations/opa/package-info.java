/// The verbs of `opa`, one class each.
@NullMarked
package ms.continuu.attest.operations.opa;

import org.jspecify.annotations.NullMarked;
