/// Makes the table of Kubernetes' kinds and fields that `attest policy validate` reads.
@NullMarked
package ms.continuu.attest.conformance.kubernetes;

import org.jspecify.annotations.NullMarked;
