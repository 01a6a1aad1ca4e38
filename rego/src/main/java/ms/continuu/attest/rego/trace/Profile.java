package ms.continuu.attest.rego.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// Measures the lines of a program: how often their expressions are evaluated and redone, and the
/// time from one of these events to the next, as `opa eval --profile` does.
public final class Profile implements Tracer {
  private static final Map<String, Comparator<Line>> ORDERS =
      Map.of(
          "total_time_ns", Comparator.comparingLong(Line::timeNanos).reversed(),
          "num_eval", Comparator.comparingInt(Line::evaluations).reversed(),
          "num_redo", Comparator.comparingInt(Line::redos).reversed(),
          "num_gen_expr", Comparator.comparingInt(Line::expressions).reversed(),
          "file", Comparator.comparing((Line line) -> line.location().file()).reversed(),
          "line", Comparator.comparingInt((Line line) -> line.location().row()).reversed());

  private final LongSupplier nanoClock;
  private final Map<Place, Tally> tallies = new HashMap<>();
  private @Nullable Expr previous;
  private boolean previousEval;
  private long since;

  /// What was measured of one line.
  ///
  /// @param expressions different expressions that the line's source became
  public record Line(
      Location location, long timeNanos, int evaluations, int redos, int expressions) {}

  private record Place(String file, int row) {}

  private static final class Tally {
    final Location location;
    final Set<Integer> expressions = new HashSet<>();
    long timeNanos;
    int evaluations;
    int redos;

    Tally(Location location) {
      this.location = location;
    }
  }

  /// @param nanoClock a clock that never goes back
  public Profile(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  @Override
  public boolean wantsVariables() {
    return false;
  }

  @Override
  public void trace(TraceEvent event) {
    boolean eval = event.op() == TraceEvent.Op.EVAL;
    if ((eval || event.op() == TraceEvent.Op.REDO) && event.node() instanceof Expr expr) {
      settle();
      previous = expr;
      previousEval = eval;
      since = nanoClock.getAsLong();
    }
  }

  private void settle() {
    Expr expr = previous;
    if (expr == null) {
      return;
    }
    Location location = expr.location();
    Tally tally =
        tallies.computeIfAbsent(
            new Place(location.file(), location.row()), place -> new Tally(location));
    tally.timeNanos += nanoClock.getAsLong() - since;
    tally.expressions.add(expr.index());
    if (previousEval) {
      tally.evaluations++;
    } else {
      tally.redos++;
    }
    previous = null;
  }

  /// The lines in the order of the criteria, the most telling first: `total_time_ns`, `num_eval`,
  /// `num_redo`, `num_gen_expr`, `file`, `line`. Others are passed over.
  ///
  /// @param limit how many; 0 for all
  public List<Line> lines(int limit, List<String> criteria) {
    settle();
    Comparator<Line> order = null;
    for (String criterion : criteria) {
      Comparator<Line> next = ORDERS.get(criterion);
      if (next != null) {
        order = order == null ? next : order.thenComparing(next);
      }
    }
    Stream<Line> lines = all().stream();
    lines = order == null ? lines : lines.sorted(order);
    return limit <= 0 ? lines.toList() : lines.limit(limit).toList();
  }

  private List<Line> all() {
    List<Line> lines = new ArrayList<>();
    for (Tally tally : tallies.values()) {
      lines.add(
          new Line(
              tally.location,
              tally.timeNanos,
              tally.evaluations,
              tally.redos,
              tally.expressions.size()));
    }
    return lines;
  }
}
