package ms.continuu.attest.operations.opa;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.Documents;
import ms.continuu.attest.operations.files.GoPaths;
import ms.continuu.attest.operations.files.SourceFiles;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// What an operation takes of a configuration of OPA: the decision to ask and where bundles lie.
///
/// @param bundles paths by name
public record Configuration(String decision, SortedMap<String, String> bundles) {
  private static final String DECISION = "/system/main";

  /// Reads a configuration.
  ///
  /// @param overrides `path.to.key=value`, several parted by commas; values are JSON or YAML
  /// @param overrideFiles the same with files that hold the values
  /// @param explicit paths of bundles that the command line adds
  public static Configuration of(
      ObjectValue file, List<String> overrides, List<String> overrideFiles, List<String> explicit)
      throws Failure {
    ObjectValue all = file;
    for (String override : split(overrides)) {
      all = overridden(all, override, Utf8.encode(value(override)));
    }
    for (String override : split(overrideFiles)) {
      byte[] content = SourceFiles.read(value(override));
      all = put(all, key(override), StringValue.of(Utf8.decode(content).strip()));
    }
    SortedMap<String, String> bundles = new TreeMap<>();
    if (all.get("bundles") instanceof ObjectValue named) {
      for (int i = 0; i < named.size(); i++) {
        if (named.valueAt(i) instanceof ObjectValue bundle
            && bundle.get("resource") instanceof StringValue url) {
          bundles.put(((StringValue) named.keyAt(i)).text(), path(url.text()));
        }
      }
    }
    for (int i = 0; i < explicit.size(); i++) {
      bundles.put("~" + i, Path.of(explicit.get(i)).toAbsolutePath().normalize().toString());
    }
    String decision = all.get("default_decision") instanceof StringValue d ? d.text() : DECISION;
    return new Configuration(decision, bundles);
  }

  private static String path(String url) throws Failure {
    if (!url.startsWith("file://")) {
      throw Failure.of("config error: attest takes bundles from file:// only, not " + url);
    }
    return GoPaths.ofUrl(url);
  }

  private static List<String> split(List<String> arguments) {
    List<String> parts = new ArrayList<>();
    for (String argument : arguments) {
      int depth = 0;
      int start = 0;
      for (int i = 0; i < argument.length(); i++) {
        char c = argument.charAt(i);
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (c == ',' && depth == 0) {
          parts.add(argument.substring(start, i));
          start = i + 1;
        }
      }
      parts.add(argument.substring(start));
    }
    return parts;
  }

  private static List<String> key(String override) {
    int equals = override.indexOf('=');
    return List.of((equals < 0 ? override : override.substring(0, equals)).split("\\.", -1));
  }

  private static String value(String override) {
    int equals = override.indexOf('=');
    return equals < 0 ? "" : override.substring(equals + 1);
  }

  private static ObjectValue overridden(ObjectValue all, String override, byte[] text)
      throws Failure {
    return put(all, key(override), Documents.jsonOrYaml(text));
  }

  private static ObjectValue put(ObjectValue object, List<String> path, Value value) {
    String name = path.getFirst();
    if (path.size() == 1) {
      return object.toBuilder().put(name, value).build();
    }
    ObjectValue below = object.get(name) instanceof ObjectValue o ? o : ObjectValue.EMPTY;
    Value deeper = put(below, path.subList(1, path.size()), value);
    return object.toBuilder().put(name, deeper).build();
  }
}
