/// A security scan of policies themselves, one rule a file.
@NullMarked
package ms.continuu.attest.operations.scan;

import org.jspecify.annotations.NullMarked;
