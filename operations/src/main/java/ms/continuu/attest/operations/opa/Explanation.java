package ms.continuu.attest.operations.opa;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.trace.TraceEvent;

/// Which events of a run explain it.
public enum Explanation {
  OFF,
  FULL,
  NOTES,
  FAILS,
  DEBUG;

  /// The events that are told.
  public List<TraceEvent> select(List<TraceEvent> events) {
    return switch (this) {
      case OFF -> List.of();
      case DEBUG -> events;
      case FULL -> events.stream().filter(e -> e.op() != TraceEvent.Op.UNIFY).toList();
      case NOTES -> withPaths(events, EnumSet.of(TraceEvent.Op.NOTE));
      case FAILS -> withPaths(events, EnumSet.of(TraceEvent.Op.FAIL));
    };
  }

  /// What `opa test` tells unless it is asked for something else.
  public static List<TraceEvent> notesAndFails(List<TraceEvent> events) {
    return withPaths(events, EnumSet.of(TraceEvent.Op.NOTE, TraceEvent.Op.FAIL));
  }

  /// The events of some kinds, each with the entries of rules and bodies that led to it.
  private static List<TraceEvent> withPaths(List<TraceEvent> events, Set<TraceEvent.Op> kinds) {
    List<TraceEvent> told = new ArrayList<>();
    Map<Long, TraceEvent> entered = new HashMap<>();
    for (TraceEvent event : events) {
      if (kinds.contains(event.op())) {
        told.addAll(path(event, entered));
        entered.clear();
      }
      boolean entry = event.op() == TraceEvent.Op.ENTER || event.op() == TraceEvent.Op.REDO;
      if (entry && (event.node() instanceof Rule || event.node() instanceof Body)) {
        entered.put(event.queryId(), event);
      }
    }
    return told;
  }

  private static Deque<TraceEvent> path(TraceEvent event, Map<Long, TraceEvent> entered) {
    Deque<TraceEvent> path = new ArrayDeque<>();
    path.push(event);
    TraceEvent previous = null;
    TraceEvent current = entered.get(event.queryId());
    while (current != null && !current.equals(previous)) {
      path.push(current);
      previous = current;
      current = entered.get(current.parentId());
    }
    return path;
  }
}
