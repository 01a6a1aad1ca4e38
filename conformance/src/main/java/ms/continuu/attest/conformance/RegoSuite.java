package ms.continuu.attest.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;

/// A folder of evaluation cases in the form of OPA's own suites.
final class RegoSuite {
  private RegoSuite() {}

  /// Judges every case below a folder, in the order of files and cases.
  static List<Verdict> judge(Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    List<Path> files;
    try (Stream<Path> found = Files.walk(root)) {
      files =
          found
              .filter(file -> file.getFileName().toString().endsWith(".json"))
              .sorted(Comparator.comparing(Path::toString))
              .toList();
    }
    RegoJudge judge = new RegoJudge();
    return files.parallelStream()
        .map(file -> judge(root, file, judge))
        .flatMap(Collection::stream)
        .toList();
  }

  private static List<Verdict> judge(Path root, Path file, RegoJudge judge) {
    String name =
        Files.isDirectory(root) ? root.relativize(file).toString() : file.getFileName().toString();
    List<Verdict> verdicts = new ArrayList<>();
    Value content;
    try {
      content = Json.parse(Files.readAllBytes(file));
    } catch (IOException | JsonSyntaxException e) {
      return List.of(new Verdict(name, "", "cannot be read: " + e.getMessage()));
    }
    if (content instanceof ObjectValue object && object.get("cases") instanceof ArrayValue cases) {
      for (int i = 0; i < cases.size(); i++) {
        if (cases.get(i) instanceof ObjectValue one) {
          verdicts.add(judge.judge(RegoCase.read(name + "#" + i, version(file), one)));
        }
      }
    }
    return verdicts;
  }

  /// The language of a file's modules: the nearest folder called `v0` or `v1` tells.
  private static RegoVersion version(Path file) {
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      Path name = folder.getFileName();
      if (name != null && name.toString().equals("v0")) {
        return RegoVersion.V0;
      }
      if (name != null && name.toString().equals("v1")) {
        return RegoVersion.V1;
      }
    }
    return RegoVersion.V1;
  }
}
