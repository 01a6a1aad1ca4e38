package ms.continuu.attest.rego.trace;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names of files for narrow columns: where places would be wide, what the paths share in their
/// middle becomes `...`.
final class ShortenedFiles {
  private static final int IDEAL_WIDTH = 64;
  private static final String GAP = "...";

  private ShortenedFiles() {}

  static Map<String, String> of(List<TraceEvent> events) {
    Set<String> files = new LinkedHashSet<>();
    int longest = 0;
    for (TraceEvent event : events) {
      String file = event.location().file();
      int width = Integer.toString(event.location().row()).length() + 1;
      longest = Math.max(longest, width + (file.isEmpty() ? "query".length() : file.length()));
      if (!file.isEmpty()) {
        files.add(file);
      }
    }
    return files.isEmpty() || longest <= IDEAL_WIDTH ? Map.of() : shortened(files, longest);
  }

  private static Map<String, String> shortened(Set<String> files, int longest) {
    String shared = null;
    for (String file : files) {
      String folder = behindFirst(file);
      shared = shared == null ? folder : longestCommon(shared, folder);
    }
    String common = shared == null ? "" : shared;
    int spare = IDEAL_WIDTH - (longest - common.length() + GAP.length());
    if (spare > 0) {
      common = spare > common.length() ? "" : common.substring(0, common.length() - spare);
    }
    Map<String, String> names = new HashMap<>();
    if (common.length() > GAP.length()) {
      for (String file : files) {
        int at = file.indexOf(common);
        names.put(
            file,
            at < 0 ? file : file.substring(0, at) + GAP + file.substring(at + common.length()));
      }
    }
    return names;
  }

  /// The folder of a file, without its first part.
  private static String behindFirst(String file) {
    int end = file.lastIndexOf('/');
    String folder = end < 0 ? "." : file.substring(0, end);
    folder = folder.startsWith("/") ? folder.substring(1) : folder;
    int first = folder.indexOf('/');
    return first > 0 ? folder.substring(first + 1) : folder;
  }

  private static String longestCommon(String one, String two) {
    String longest = "";
    for (int i = 0; i < one.length(); i++) {
      int j = i + longest.length() + 1;
      while (j <= one.length() && two.contains(one.substring(i, j))) {
        longest = one.substring(i, j);
        j++;
      }
    }
    return longest;
  }
}
