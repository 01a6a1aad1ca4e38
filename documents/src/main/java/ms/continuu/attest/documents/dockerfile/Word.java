package ms.continuu.attest.documents.dockerfile;

/// A text and the stretch of the source that it stands in.
record Word(String text, int start, int end) {}
