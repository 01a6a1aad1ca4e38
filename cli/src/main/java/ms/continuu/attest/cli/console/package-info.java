/// What a command has of the terminal.
@NullMarked
package ms.continuu.attest.cli.console;

import org.jspecify.annotations.NullMarked;
