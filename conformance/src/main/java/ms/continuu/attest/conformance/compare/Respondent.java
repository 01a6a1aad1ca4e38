package ms.continuu.attest.conformance.compare;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program that answers command lines of `opa`.
public interface Respondent {
  /// Runs it with the arguments that follow `opa`, with an empty standard input; null when it took
  /// longer than it is given.
  @Nullable Answer run(List<String> arguments) throws IOException, InterruptedException;
}
