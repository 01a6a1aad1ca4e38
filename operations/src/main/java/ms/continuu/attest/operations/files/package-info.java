/// Files by the paths that users type, and what their bytes are: policies, JSON, YAML.
@NullMarked
package ms.continuu.attest.operations.files;

import org.jspecify.annotations.NullMarked;
