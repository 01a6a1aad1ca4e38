package ms.continuu.attest.operations.render;

import java.util.List;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;

/// A folder whose manifests are made by a program.
public sealed interface Rendered permits HelmChart, Kustomization {
  /// The folder, by the name that the user knows it by.
  String name();

  /// Renders it. What goes wrong stands in the reading.
  Reading read(DocumentLimits limits);

  /// What is wrong with the file that says how to render.
  static Reading failed(SourceFile file, String code, String message, String help) {
    return new Reading(
        List.of(),
        List.of(
            new Diagnostic(
                code,
                Diagnostic.Severity.ERROR,
                message,
                file.at(0, 0),
                List.of(),
                List.of(),
                help)));
  }
}
