/// Why a policy judges as it does: its rules on a document, step by step.
@NullMarked
package ms.continuu.attest.operations.trace;

import org.jspecify.annotations.NullMarked;
