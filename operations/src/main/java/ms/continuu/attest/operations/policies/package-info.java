/// Policies and their data, from disk to a set that judges.
@NullMarked
package ms.continuu.attest.operations.policies;

import org.jspecify.annotations.NullMarked;
