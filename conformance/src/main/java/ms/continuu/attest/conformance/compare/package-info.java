/// The same command lines through ATTEST and through the real `opa`, compared byte by byte.
@NullMarked
package ms.continuu.attest.conformance.compare;

import org.jspecify.annotations.NullMarked;
