/// TOML 1.0, with the place of each node.
@NullMarked
package ms.continuu.attest.documents.toml;

import org.jspecify.annotations.NullMarked;
