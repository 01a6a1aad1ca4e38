/// Keys, certificates and signatures as OPA knows them: PEM, DER, X.509, JWK and JWS with the
/// meaning and the messages of Go's libraries.
@NullMarked
package ms.continuu.attest.rego.crypto;

import org.jspecify.annotations.NullMarked;
