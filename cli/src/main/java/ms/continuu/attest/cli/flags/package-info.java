/// Command-line flags with the rules and the words of Go's pflag, which `opa` reads its flags with.
@NullMarked
package ms.continuu.attest.cli.flags;

import org.jspecify.annotations.NullMarked;
