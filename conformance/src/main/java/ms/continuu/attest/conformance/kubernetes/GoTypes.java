package ms.continuu.attest.conformance.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the Go types of Kubernetes' API say and the schemas do not: the kinds of each group and
/// version, when some are removed, and which fields are required.
final class GoTypes {
  static final String EXTENSIONS = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1";

  private static final Pattern GROUP = Pattern.compile("GroupName = \"(.*)\"");
  private static final Pattern KNOWN = Pattern.compile("(?m)^\\s*&(\\w+)\\{\\},");
  private static final Pattern STRUCT = Pattern.compile("(?ms)^type (\\w+) struct \\{\n(.*?)^\\}");
  private static final Pattern FIELD = Pattern.compile("`.*json:\"(\\w+)([^\"]*)\"");
  private static final Pattern REMOVED =
      Pattern.compile(
          "\\*(\\w+)\\) APILifecycleRemoved\\(\\) \\(major, minor int\\) \\{\\s*return 1, (\\d+)");
  private static final Pattern REPLACED =
      Pattern.compile(
          "\\*(\\w+)\\) APILifecycleReplacement\\(\\)[^{]*\\{\\s*return [^{]*\\{Group:"
              + " \"([^\"]*)\", Version: \"([^\"]*)\"");

  private final TreeMap<String, Kind> kinds = new TreeMap<>();
  private final Set<String> required = new HashSet<>();

  /// A kind's type, and what follows it in the table: the release that removes it, and what to use.
  record Kind(String name, String end) {}

  /// By version and kind, with a space between.
  TreeMap<String, Kind> kinds() {
    return kinds;
  }

  boolean isRequired(String type, String field) {
    return required.contains(type + " " + field);
  }

  /// Reads the Go files of a folder.
  ///
  /// @param prefix what the schemas put before the names of its types
  void read(Path folder, String prefix) throws IOException {
    String name = prefix.replaceFirst("io\\.k8s\\.api@v[0-9]+\\.[0-9]+\\.[0-9]+\\.", "io.k8s.api.");
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".go")).sorted().toList()) {
        if (!file.toString().endsWith("_test.go")) {
          all.append(Files.readString(file)).append('\n');
        }
      }
    }
    String text = all.toString();
    readFields(text, name);
    Matcher group = GROUP.matcher(text);
    if (group.find() && !name.contains(".meta.")) {
      String version = name.substring(name.lastIndexOf('.') + 1);
      String apiVersion = group.group(1).isEmpty() ? version : group.group(1) + "/" + version;
      readKinds(text, name, apiVersion);
    } else if (name.equals(EXTENSIONS)) {
      readKinds(text, name, "apiextensions.k8s.io/v1");
    }
  }

  private void readKinds(String text, String name, String apiVersion) {
    Map<String, String> ends = new HashMap<>();
    Matcher removed = REMOVED.matcher(text);
    while (removed.find()) {
      ends.put(removed.group(1), " " + removed.group(2));
    }
    Matcher replaced = REPLACED.matcher(text);
    while (replaced.find()) {
      ends.computeIfPresent(
          replaced.group(1),
          (kind, end) -> end + " " + replaced.group(2) + "/" + replaced.group(3));
    }
    Matcher known = KNOWN.matcher(text);
    while (known.find()) {
      String kind = known.group(1);
      kinds.put(apiVersion + " " + kind, new Kind(name + "." + kind, ends.getOrDefault(kind, "")));
    }
  }

  /// A field is required unless a comment or its tag lets it be left out.
  private void readFields(String text, String name) {
    Matcher struct = STRUCT.matcher(text);
    while (struct.find()) {
      boolean optional = false;
      for (String line : struct.group(2).split("\n")) {
        optional |= line.contains("+optional");
        Matcher field = FIELD.matcher(line);
        if (field.find()) {
          if (!optional && !field.group(2).contains("omit") && !field.group(2).contains("inline")) {
            required.add(name + "." + struct.group(1) + " " + field.group(1));
          }
          optional = false;
        }
      }
    }
  }
}
