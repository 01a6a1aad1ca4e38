/// Runs the intermediate form by walking it: with traces, or as fast as a walk can be.
@NullMarked
package ms.continuu.attest.rego.interpret;

import org.jspecify.annotations.NullMarked;
