package ms.continuu.attest.operations.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;

/// A policy that is written in the configuration itself.
///
/// @param level what it is about: `Cluster` or `Namespace`; empty when it is not said
/// @param severity of its findings, unless they or the code's annotations say otherwise
/// @param regoCode a Rego module
/// @param location where the key of the code stands in the file
public record CustomPolicy(
    String name,
    String description,
    String level,
    Optional<Severity> severity,
    String regoCode,
    Location location) {
  private static final Pattern ANNOTATED =
      Pattern.compile("^\\s*#\\s*METADATA\\s*$", Pattern.MULTILINE);
  private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s", Pattern.MULTILINE);

  /// The module as a source of its own. What the configuration says of the policy stands before it
  /// as annotations, unless the package has annotations of its own.
  public SourceFile source() {
    return new SourceFile(sourceName(), String.join("", annotations()) + regoCode);
  }

  /// A name that no other source has; see [#place].
  String sourceName() {
    return location.file() + "#" + name + ".rego";
  }

  /// Where a place of the source stands in the file of the configuration. Code that is no literal
  /// block has all its places at its key.
  Location place(Location place) {
    int row = place.row() - annotations().size();
    String code = line(row);
    int target = location.row() + row;
    String line = location.source().line(target);
    if (row < 1 || location.row() == 0 || !line.endsWith(code) || code.isBlank()) {
      return location;
    }
    int indentation = line.length() - code.length();
    if (!line.substring(0, indentation).isBlank()) {
      return location;
    }
    int start = location.source().offset(target, indentation + place.column());
    int end = Math.min(start + (place.end() - place.start()), location.source().text().length());
    return location.source().at(start, Math.max(start, end));
  }

  private String line(int row) {
    return new SourceFile("", regoCode).line(row);
  }

  /// The lines of annotations that go before the code, each with its end.
  private List<String> annotations() {
    Matcher begin = PACKAGE.matcher(regoCode);
    Matcher annotated = ANNOTATED.matcher(regoCode);
    boolean hasOwn = annotated.find() && (!begin.find() || annotated.start() < begin.start());
    List<String> lines = new ArrayList<>();
    if (hasOwn || severity.isEmpty() && description.isEmpty()) {
      return lines;
    }
    lines.add("# METADATA\n");
    lines.add("# scope: package\n");
    if (!description.isEmpty()) {
      lines.add("# title: " + StringValue.of(oneLine(description)) + "\n");
    }
    severity.ifPresent(word -> {
      lines.add("# custom:\n");
      lines.add("#   severity: " + word.word() + "\n");
    });
    lines.add("\n");
    return lines;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
