package ms.continuu.attest.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The cases of a suite that pass, by file: `v1/sets/test-sets-1.json 0-3,5`. The committed lists
/// only grow.
final class PassingCases {
  private final TreeMap<String, BitSet> byFile = new TreeMap<>();

  static PassingCases read(Path list) throws IOException {
    PassingCases cases = new PassingCases();
    for (String line : Files.exists(list) ? Files.readAllLines(list) : List.<String>of()) {
      int blank = line.lastIndexOf(' ');
      for (String range : line.substring(blank + 1).split(",")) {
        int dash = range.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
        int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
        cases.file(line.substring(0, blank)).set(first, last + 1);
      }
    }
    return cases;
  }

  /// Adds those that passed.
  void add(List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      if (verdict.passed()) {
        file(fileOf(verdict)).set(indexOf(verdict));
      }
    }
  }

  /// The failed ones of these that were known to pass.
  List<Verdict> lost(List<Verdict> verdicts) {
    return verdicts.stream().filter(verdict -> !verdict.passed() && contains(verdict)).toList();
  }

  private boolean contains(Verdict verdict) {
    BitSet known = byFile.get(fileOf(verdict));
    return known != null && known.get(indexOf(verdict));
  }

  int size() {
    return byFile.values().stream().mapToInt(BitSet::cardinality).sum();
  }

  void write(Path list) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, BitSet> entry : byFile.entrySet()) {
      BitSet passing = entry.getValue();
      char before = ' ';
      text.append(entry.getKey());
      for (int first = passing.nextSetBit(0); first >= 0; ) {
        int end = passing.nextClearBit(first);
        text.append(before).append(first).append(end - first > 1 ? "-" + (end - 1) : "");
        before = ',';
        first = passing.nextSetBit(end);
      }
      text.append('\n');
    }
    Files.createDirectories(list.toAbsolutePath().getParent());
    Files.writeString(list, text);
  }

  private BitSet file(String name) {
    return byFile.computeIfAbsent(name, key -> new BitSet());
  }

  private static String fileOf(Verdict verdict) {
    int hash = verdict.id().lastIndexOf('#');
    return hash < 0 ? verdict.id() : verdict.id().substring(0, hash);
  }

  private static int indexOf(Verdict verdict) {
    int hash = verdict.id().lastIndexOf('#');
    return hash < 0 ? 0 : Integer.parseInt(verdict.id().substring(hash + 1));
  }
}
