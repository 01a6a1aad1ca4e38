/// The commands of `opa`, with its flags, texts and exit codes: argv to request to operation.
@NullMarked
package ms.continuu.attest.cli.opa;

import org.jspecify.annotations.NullMarked;
