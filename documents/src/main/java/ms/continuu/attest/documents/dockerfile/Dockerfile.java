package ms.continuu.attest.documents.dockerfile;

import java.util.List;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.value.SourceFile;

/// A Dockerfile: one document, an array of instructions in the form that conftest gives them:
/// `Cmd`, `SubCmd`, `JSON`, `Flags`, `Value` and `Stage`; and besides, `StartLine` and, where an
/// instruction has them, `Heredocs`.
public final class Dockerfile implements DocumentFormat {
  public static final Dockerfile DOCKERFILE = new Dockerfile();

  private Dockerfile() {}

  @Override
  public String name() {
    return "dockerfile";
  }

  @Override
  public Reading read(SourceFile source, DocumentLimits limits) {
    try {
      return new Reading(List.of(new DockerfileReader(source, limits).read()), List.of());
    } catch (DockerfileFault fault) {
      return new Reading(List.of(), List.of(fault.diagnostic(source)));
    }
  }
}
