/// Proof of agreement: public suites, comparison with the real OPA, generated programs. Not
/// shipped.
@NullMarked
package ms.continuu.attest.conformance;

import org.jspecify.annotations.NullMarked;
