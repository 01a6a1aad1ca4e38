package ms.continuu.attest.documents;

import java.util.List;
import ms.continuu.attest.value.Diagnostic;

/// The documents of a source, and what is wrong with it. Documents before the first fault are kept.
public record Reading(List<Document> documents, List<Diagnostic> diagnostics) {
  public Reading {
    documents = List.copyOf(documents);
    diagnostics = List.copyOf(diagnostics);
  }
}
