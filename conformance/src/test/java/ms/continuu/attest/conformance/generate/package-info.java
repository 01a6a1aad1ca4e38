@NullMarked
package ms.continuu.attest.conformance.generate;

import org.jspecify.annotations.NullMarked;
