/// JSON and newline-delimited JSON, with the place of each node found when it is asked for.
@NullMarked
package ms.continuu.attest.documents.json;

import org.jspecify.annotations.NullMarked;
