package ms.continuu.attest.policy;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;

/// Policies as text, with the data that came along.
///
/// @param library modules to draw on for what the files refer to and do not define
public record PolicySources(List<SourceFile> files, ObjectValue data, List<SourceFile> library) {
  public PolicySources {
    files = List.copyOf(files);
    library = List.copyOf(library);
  }

  public PolicySources(List<SourceFile> files, ObjectValue data) {
    this(files, data, List.of());
  }

  /// The names of the files from the folder on that they have in common: the same wherever the
  /// policies lie.
  public SequencedMap<String, SourceFile> byRelativeName() {
    String folder = null;
    for (SourceFile file : files) {
      String own = file.name().substring(0, file.name().lastIndexOf('/') + 1);
      folder = folder == null ? own : common(folder, own);
    }
    int skipped = folder == null ? 0 : folder.length();
    SequencedMap<String, SourceFile> named = new TreeMap<>();
    files.forEach(file -> named.put(file.name().substring(skipped), file));
    return named;
  }

  private static String common(String folder, String other) {
    String shared = folder;
    while (!other.startsWith(shared)) {
      shared = shared.substring(0, shared.lastIndexOf('/', shared.length() - 2) + 1);
    }
    return shared;
  }

  /// Descriptions that were made from the same policies elsewhere, with the places here.
  public List<RuleDescription> relocated(List<RuleDescription> rules) {
    SequencedMap<String, SourceFile> named = byRelativeName();
    return rules.stream().map(rule -> rule.at(relocated(rule.location(), named))).toList();
  }

  private static Location relocated(Location old, SequencedMap<String, SourceFile> named) {
    for (Map.Entry<String, SourceFile> entry : named.entrySet()) {
      if (("/" + old.file()).endsWith("/" + entry.getKey())) {
        return new Location(entry.getValue(), old.start(), old.end(), old.row(), old.column());
      }
    }
    return old;
  }
}
