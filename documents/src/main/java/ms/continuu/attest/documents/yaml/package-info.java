/// YAML, as go-yaml reads and writes it for OPA and as Kubernetes' tools read it.
@NullMarked
package ms.continuu.attest.documents.yaml;

import org.jspecify.annotations.NullMarked;
