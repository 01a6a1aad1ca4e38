/// What the verbs of the product share.
@NullMarked
package ms.continuu.attest.operations;

import org.jspecify.annotations.NullMarked;
