/// What a new repository of policies begins with.
@NullMarked
package ms.continuu.attest.operations.scaffold;

import org.jspecify.annotations.NullMarked;
