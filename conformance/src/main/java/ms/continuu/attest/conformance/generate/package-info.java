/// Random Rego programs, and their reduction to the smallest that still shows a difference.
@NullMarked
package ms.continuu.attest.conformance.generate;

import org.jspecify.annotations.NullMarked;
