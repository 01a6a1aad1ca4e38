/// Finds and runs tests written in Rego: rules named `test_…`.
@NullMarked
package ms.continuu.attest.rego.testing;

import org.jspecify.annotations.NullMarked;
