/// `attest check` on the command line.
@NullMarked
package ms.continuu.attest.cli.check;

import org.jspecify.annotations.NullMarked;
