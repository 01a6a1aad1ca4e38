package ms.continuu.attest.documents.toml;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.value.SourceFile;

/// TOML 1.0: one document, an object. Dates and times become strings in the form of RFC 3339, and
/// so do `inf` and `nan`, as JSON has none of them.
public final class Toml implements DocumentFormat {
  public static final Toml TOML = new Toml();

  private static final long LARGE_STACK_BYTES = 256L << 20;

  private Toml() {}

  @Override
  public String name() {
    return "toml";
  }

  @Override
  public Reading read(SourceFile source, DocumentLimits limits) {
    try {
      return readHere(source, limits);
    } catch (StackOverflowError e) {
      return readOnLargeStack(source, limits);
    }
  }

  /// A thread's usual stack does not hold every depth that the limits allow.
  private static Reading readOnLargeStack(SourceFile source, DocumentLimits limits) {
    FutureTask<Reading> task = new FutureTask<>(() -> readHere(source, limits));
    new Thread(null, task, "toml", LARGE_STACK_BYTES).start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading TOML failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading TOML", e);
    }
  }

  private static Reading readHere(SourceFile source, DocumentLimits limits) {
    try {
      return new Reading(List.of(new TomlReader(source, limits).read()), List.of());
    } catch (TomlFault fault) {
      return new Reading(List.of(), List.of(fault.diagnostic(source)));
    }
  }
}
