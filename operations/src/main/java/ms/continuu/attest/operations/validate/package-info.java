/// Finds what is wrong with policies, manifests and configuration without evaluating any rule.
@NullMarked
package ms.continuu.attest.operations.validate;

import org.jspecify.annotations.NullMarked;
