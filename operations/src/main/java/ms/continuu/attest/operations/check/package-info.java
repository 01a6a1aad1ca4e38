/// `attest check`: files and policies to findings.
@NullMarked
package ms.continuu.attest.operations.check;

import org.jspecify.annotations.NullMarked;
