package ms.continuu.attest.conformance.compare;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts what was compared and prints the first differences of each kind.
public final class Tally {
  private final PrintStream out;
  private final int shownOfEach;
  private final Map<String, int[]> counts = new TreeMap<>();
  private int skipped;

  /// A tally that prints to a stream.
  ///
  /// @param shownOfEach how many differences of a kind are printed
  public Tally(PrintStream out, int shownOfEach) {
    this.out = out;
    this.shownOfEach = shownOfEach;
  }

  /// Counts commands and what became of them.
  public void add(List<Command> commands, Comparison.Compared compared) {
    addCommands(commands, compared);
    for (Difference difference : compared.differences()) {
      if (countDifferent(difference.command())) {
        out.println("DIFFERENT " + difference.text());
        out.println();
        out.flush();
      }
    }
  }

  /// Counts commands, and those of them that were skipped.
  void addCommands(List<Command> commands, Comparison.Compared compared) {
    commands.forEach(command -> counts(command)[0]++);
    for (Command command : compared.skipped()) {
      counts(command)[0]--;
      skipped++;
      out.println("SKIPPED since opa crashes or does not end in time: " + command.line());
    }
  }

  /// Counts a difference among those of its kind; true while differences of the kind are shown.
  public boolean countDifferent(Command command) {
    return ++counts(command)[1] <= shownOfEach;
  }

  public void skip(int commands) {
    skipped += commands;
  }

  private int[] counts(Command command) {
    return counts.computeIfAbsent(command.kind(), kind -> new int[2]);
  }

  public int different() {
    return counts.values().stream().mapToInt(count -> count[1]).sum();
  }

  /// Prints the sums, each kind on a line and all on the last.
  public void print() {
    counts.forEach((kind, count) ->
        out.println(kind + ": " + (count[0] - count[1]) + " equal, " + count[1] + " different"));
    int all = counts.values().stream().mapToInt(count -> count[0]).sum();
    out.println(
        (all - different()) + " equal, " + different() + " different, " + skipped + " skipped");
    out.flush();
  }
}
