package ms.continuu.attest.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ms.continuu.attest.rego.format.FormatOptions;
import ms.continuu.attest.rego.format.Formatted;
import ms.continuu.attest.rego.format.Formatter;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;

/// A folder of pairs in the form of OPA's own: `x.rego` and how it is written, `x.rego.formatted`.
/// What is written must also be written as it is.
final class FormatSuite {
  private static final String FORMATTED = ".formatted";

  /// The sets by their folders.
  private static final Map<String, Set> SETS =
      Map.of(
          "v0", new Set(RegoVersion.V0, RegoVersion.V0),
          "v1", new Set(RegoVersion.V1, RegoVersion.V1),
          "v2", new Set(RegoVersion.V2, RegoVersion.V2),
          "v0_to_v1", new Set(RegoVersion.V0, RegoVersion.V1),
          "v0_to_v2", new Set(RegoVersion.V0, RegoVersion.V2),
          "v1_to_v2", new Set(RegoVersion.V1, RegoVersion.V2));

  private FormatSuite() {}

  /// What the modules of a set are read as, and the latest version they are written for.
  private record Set(RegoVersion from, RegoVersion to) {

    Formatted format(String name, String text) {
      return Formatter.format(
          new SourceFile(name, text), ParseOptions.of(from), FormatOptions.between(from, to));
    }
  }

  /// Judges every pair below a folder, in the order of files.
  static List<Verdict> judge(Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    List<Path> files;
    try (Stream<Path> found = Files.walk(root)) {
      files =
          found
              .filter(file -> file.toString().endsWith(".rego" + FORMATTED))
              .sorted(Comparator.comparing(Path::toString))
              .toList();
    }
    return files.parallelStream().map(file -> judge(root, file)).toList();
  }

  private static Verdict judge(Path root, Path formatted) {
    String path = formatted.toString();
    Path file = Path.of(path.substring(0, path.length() - FORMATTED.length()));
    String id =
        Files.isDirectory(root) ? root.relativize(file).toString() : file.getFileName().toString();
    try {
      String source = Utf8.decode(Files.readAllBytes(file));
      String wanted = Utf8.decode(Files.readAllBytes(formatted));
      return new Verdict(id, "", judge(id, set(file), source, wanted));
    } catch (IOException e) {
      return new Verdict(id, "", "cannot be read: " + e.getMessage());
    }
  }

  private static String judge(String id, Set set, String source, String wanted) {
    Formatted once = set.format(id, source);
    if (once.text() == null) {
      return diagnostics(once);
    }
    if (!once.text().equals(wanted)) {
      return difference(once.text(), wanted);
    }
    Formatted twice = set.format(id, once.text());
    if (twice.text() == null) {
      return "cannot be formatted again: " + diagnostics(twice);
    }
    return twice.text().equals(wanted)
        ? ""
        : "changes when formatted again\n" + difference(twice.text(), wanted);
  }

  private static String diagnostics(Formatted formatted) {
    return formatted.diagnostics().stream()
        .map(d -> d.location() + ": " + d.code() + ": " + d.message())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// The first line that differs.
  private static String difference(String got, String wanted) {
    String[] ours = got.split("\n", -1);
    String[] theirs = wanted.split("\n", -1);
    int line = 0;
    while (line < ours.length && line < theirs.length && ours[line].equals(theirs[line])) {
      line++;
    }
    return "line " + (line + 1) + "\n  got:  " + at(ours, line) + "\n  want: " + at(theirs, line);
  }

  private static String at(String[] lines, int line) {
    return line < lines.length ? lines[line] : "(end)";
  }

  /// The nearest folder with the name of a set tells; v1 where there is none.
  private static Set set(Path file) {
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      Set set = SETS.get(String.valueOf(folder.getFileName()));
      if (set != null) {
        return set;
      }
    }
    return new Set(RegoVersion.V1, RegoVersion.V1);
  }
}
