package ms.continuu.attest.operations.discover;

import java.nio.file.Path;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.operations.render.Rendered;
import org.jspecify.annotations.Nullable;

/// Something to judge, by the name that the user knows it by.
public sealed interface Source {
  String name();

  /// A file, or the standard input, whose name is `-`.
  ///
  /// @param format what the user says it is; null for what it looks like
  record FileSource(String name, Path path, @Nullable DocumentFormat format) implements Source {
    public boolean isStandardInput() {
      return name.equals("-");
    }
  }

  /// A folder that a program makes manifests from.
  record RenderedSource(Rendered rendered) implements Source {
    @Override
    public String name() {
      return rendered.name();
    }
  }
}
