package ms.continuu.attest.operations.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.operations.policies.Faults;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Findings that were known before: a JSON report of an earlier check. As many findings of one
/// fingerprint are known as the report holds.
final class Baseline {
  private final String file;
  private final Map<String, Integer> left = new HashMap<>();

  private Baseline(String file) {
    this.file = file;
  }

  /// Reads a baseline; what is wrong with it is added to the faults, as then nobody can tell new
  /// findings from old ones.
  static Baseline read(String file, List<Diagnostic> faults) {
    Baseline baseline = new Baseline(file);
    try {
      byte[] bytes = Files.readAllBytes(Path.of(file));
      if (Json.parse(bytes) instanceof ObjectValue report
          && report.get("results") instanceof ArrayValue results) {
        results.forEach(baseline::add);
      } else {
        faults.add(
            Faults.fault(
                "bad_baseline",
                file + ": no report of a check",
                "write one with `attest check … --format json --output " + file + "`"));
      }
    } catch (JsonSyntaxException e) {
      faults.add(
          Diagnostic.error(
              "bad_baseline",
              "the baseline is not JSON: " + e.getMessage(),
              new SourceFile(file, "").at(0, 0)));
    } catch (IOException | InvalidPathException e) {
      faults.add(
          Faults.fault(
              "bad_baseline",
              file + ": cannot be read: " + e.getMessage(),
              "write one with `attest check … --format json --output " + file + "`"));
    }
    return baseline;
  }

  private void add(Value result) {
    if (result instanceof ObjectValue object
        && object.get("fingerprint") instanceof StringValue fingerprint) {
      left.merge(fingerprint.text(), 1, Integer::sum);
    }
  }

  /// The finding, marked when it was known before. Each call uses one up.
  Finding apply(Finding finding) {
    int known = left.getOrDefault(finding.fingerprint(), 0);
    if (known == 0 || !finding.standing().isOpen()) {
      return finding;
    }
    left.put(finding.fingerprint(), known - 1);
    return finding.with(Standing.baseline(file));
  }
}
