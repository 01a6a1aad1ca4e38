/// argv to request to operation to exit code.
@NullMarked
package ms.continuu.attest.cli;

import org.jspecify.annotations.NullMarked;
