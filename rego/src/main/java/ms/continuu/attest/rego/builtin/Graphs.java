package ms.continuu.attest.rego.builtin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `graph.*`: what can be reached in a graph given as an object of vertex to neighbours.
final class Graphs implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("graph.reachable", Graphs::reachable);
    registry.add("graph.reachable_paths", Graphs::paths);
  }

  /// The vertices reached, without those that are only named as neighbours.
  private static Value reachable(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ObjectValue graph = Operands.object(operands, 1);
    Queue<Value> open = new ArrayDeque<>(starts(operands));
    SetValue.Builder reached = SetValue.builder();
    for (Value vertex = open.poll(); vertex != null; vertex = open.poll()) {
      context.checkCancelled();
      Value edges = graph.get(vertex);
      if (edges != null && reached.add(vertex)) {
        for (Value neighbour : vertices(edges)) {
          if (!reached.contains(neighbour)) {
            open.add(neighbour);
          }
        }
      }
    }
    return reached.build();
  }

  private static List<Value> starts(Value[] operands) throws BuiltinFault {
    return switch (operands[1]) {
      case ArrayValue array -> array.asList();
      case SetValue set -> set.asList();
      default -> throw Operands.wrongType(operands, 2, "{array, set}");
    };
  }

  /// What is neither array nor set has no vertices.
  private static List<Value> vertices(Value edges) {
    return switch (edges) {
      case ArrayValue array -> array.asList();
      case SetValue set -> set.asList();
      default -> List.of();
    };
  }

  /// A path with the vertices on it, so that a cycle is seen.
  private record Step(Value vertex, @Nullable Step before) {
    boolean passes(Value wanted) {
      for (Step step = this; step != null; step = step.before) {
        if (step.vertex.equals(wanted)) {
          return true;
        }
      }
      return false;
    }

    ArrayValue path() {
      List<Value> path = new ArrayList<>();
      for (Step step = this; step != null; step = step.before) {
        path.add(step.vertex);
      }
      return ArrayValue.of(path.reversed());
    }
  }

  private static Value paths(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ObjectValue graph = Operands.object(operands, 1);
    SetValue.Builder paths = SetValue.builder();
    ArrayDeque<Step> open = new ArrayDeque<>();
    for (Value start : starts(operands)) {
      if (graph.get(start) != null) {
        open.push(new Step(start, null));
      }
    }
    while (!open.isEmpty()) {
      context.checkCancelled();
      extend(graph, open.pop(), paths, open);
    }
    return paths.build();
  }

  /// A path ends where there is no neighbour, where the next would close a cycle, and where the
  /// next is no vertex of the graph. From its start a path may go to the start once more, as in
  /// OPA.
  private static void extend(
      ObjectValue graph, Step step, SetValue.Builder paths, ArrayDeque<Step> open) {
    Value edges = graph.get(step.vertex());
    List<Value> neighbours = edges == null ? List.of() : vertices(edges);
    boolean ends = neighbours.isEmpty();
    for (Value neighbour : neighbours) {
      if (graph.get(neighbour) == null || step.before() != null && step.passes(neighbour)) {
        ends = true;
      } else {
        open.push(new Step(neighbour, step));
      }
    }
    if (ends) {
      paths.add(step.path());
    }
  }
}
