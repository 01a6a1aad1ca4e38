/// Dockerfiles as lists of instructions, with the place of each word.
@NullMarked
package ms.continuu.attest.documents.dockerfile;

import org.jspecify.annotations.NullMarked;
