/// The outside, as the engine may see it.
@NullMarked
package ms.continuu.attest.policy.host;

import org.jspecify.annotations.NullMarked;
