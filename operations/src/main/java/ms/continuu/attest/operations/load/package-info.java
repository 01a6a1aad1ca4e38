/// Files become policies and data, as OPA's loader reads them from paths on the command line.
@NullMarked
package ms.continuu.attest.operations.load;

import org.jspecify.annotations.NullMarked;
