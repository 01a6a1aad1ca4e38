/// Bytes become documents: YAML, JSON and more, one package a format. Positions are never lost.
@NullMarked
package ms.continuu.attest.documents;

import org.jspecify.annotations.NullMarked;
