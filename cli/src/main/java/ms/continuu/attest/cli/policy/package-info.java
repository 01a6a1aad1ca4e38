/// The commands of `attest policy`.
@NullMarked
package ms.continuu.attest.cli.policy;

import org.jspecify.annotations.NullMarked;
