/// Files to documents: the format is found by name or content.
@NullMarked
package ms.continuu.attest.documents.file;

import org.jspecify.annotations.NullMarked;
