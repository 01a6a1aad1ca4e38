/// A planned program with a query as bytes, so that the next process need not parse, check and plan
/// it again.
@NullMarked
package ms.continuu.attest.rego.image;

import org.jspecify.annotations.NullMarked;
