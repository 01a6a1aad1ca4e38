/// Configuration: the global file and the project's, read, checked, merged, explained and edited.
@NullMarked
package ms.continuu.attest.operations.config;

import org.jspecify.annotations.NullMarked;
