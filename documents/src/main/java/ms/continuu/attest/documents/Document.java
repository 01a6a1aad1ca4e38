package ms.continuu.attest.documents;

import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;

/// One document of a source.
///
/// @param index its place among the documents of the source, from 0
/// @param positions where each node of the value stands
public record Document(SourceFile source, int index, Value value, Positions positions) {}
