/// Module to text in OPA's one style, byte for byte what `opa fmt` writes.
@NullMarked
package ms.continuu.attest.rego.format;

import org.jspecify.annotations.NullMarked;
