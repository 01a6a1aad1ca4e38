/// The Rego front end: Rego modules as policies.
@NullMarked
package ms.continuu.attest.policy.rego;

import org.jspecify.annotations.NullMarked;
