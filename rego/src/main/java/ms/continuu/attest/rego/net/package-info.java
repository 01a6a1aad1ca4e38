/// Network names as Go writes and reads them: URLs and addresses.
@NullMarked
package ms.continuu.attest.rego.net;

import org.jspecify.annotations.NullMarked;
