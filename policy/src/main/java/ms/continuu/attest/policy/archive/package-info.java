/// What checks remember between processes, as compact bytes.
@NullMarked
package ms.continuu.attest.policy.archive;

import org.jspecify.annotations.NullMarked;
