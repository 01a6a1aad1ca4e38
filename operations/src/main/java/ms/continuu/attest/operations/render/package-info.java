/// Helm charts and kustomizations become manifests again, whose findings point to what was written.
@NullMarked
package ms.continuu.attest.operations.render;

import org.jspecify.annotations.NullMarked;
