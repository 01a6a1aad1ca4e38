package ms.continuu.attest.conformance.compare;

/// A command that the two programs answer differently.
public record Difference(Command command, Answer opa, Answer attest) {
  private static final int LINES = 25;

  /// The command line and the lines that differ.
  public String text() {
    return command.line() + "\n" + lines("opa", opa) + "\n" + lines("attest", attest);
  }

  /// Whether another difference is of the same sort, as far as one can tell: used to keep to one
  /// while a program is made smaller.
  public boolean resembles(Difference other) {
    return command.kind().equals(other.command.kind())
        && opa.exitCode() == other.opa.exitCode()
        && attest.exitCode() == other.attest.exitCode();
  }

  /// The answer of one side, from the first line that differs on.
  private String lines(String name, Answer answer) {
    String[] mine = answer.text().split("\n", -1);
    String[] others = (answer == opa ? attest : opa).text().split("\n", -1);
    int same = 0;
    while (same < mine.length && same < others.length && mine[same].equals(others[same])) {
      same++;
    }
    StringBuilder text = new StringBuilder("  ").append(name).append(':');
    int from = Math.max(0, same - 3);
    if (from > 0) {
      text.append("\n    ... ").append(from).append(" equal lines");
    }
    for (int i = from; i < Math.min(mine.length, from + LINES); i++) {
      text.append("\n    ").append(mine[i]);
    }
    return text.toString();
  }
}
