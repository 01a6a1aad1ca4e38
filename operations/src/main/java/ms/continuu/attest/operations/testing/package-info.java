/// Tests of policies: those written in Rego, and the examples that policies bring along.
@NullMarked
package ms.continuu.attest.operations.testing;

import org.jspecify.annotations.NullMarked;
