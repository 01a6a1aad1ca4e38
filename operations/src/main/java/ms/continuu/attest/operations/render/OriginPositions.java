package ms.continuu.attest.operations.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ms.continuu.attest.documents.Positions;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The places of a rendered resource's nodes in the patches and resources it was made of: the
/// outermost patch that holds just this value, else the resource itself as far as it goes.
final class OriginPositions implements Positions {
  private final Value resource;
  private final List<Origin> patches;
  private final @Nullable Origin base;
  private final Location none;

  private OriginPositions(
      Value resource, List<Origin> patches, @Nullable Origin base, Location none) {
    this.resource = resource;
    this.patches = patches;
    this.base = base;
    this.none = none;
  }

  /// @param top the kustomization, to which belongs what no file holds
  static OriginPositions of(Value resource, List<Origin> origins, SourceFile top) {
    List<Origin> patches =
        origins.stream().filter(one -> one.patch() && one.fits(resource) > 0).toList();
    Origin base =
        origins.stream()
            .filter(one -> !one.patch() && one.fits(resource) > 0)
            .max(Comparator.comparingInt((Origin one) -> one.fits(resource)))
            .orElse(null);
    return new OriginPositions(resource, patches, base, top.at(0, 0));
  }

  /// The file that the resource stands in.
  SourceFile source() {
    return base == null ? none.source() : base.document().source();
  }

  @Override
  public Location locate(List<Value> path) {
    for (Origin patch : path.isEmpty() ? List.<Origin>of() : patches) {
      List<Value> own =
          patch.isOperations() ? operation(patch, path) : translated(patch, path, true);
      if (own != null) {
        return patch.document().positions().locate(own);
      }
    }
    if (base == null) {
      return none;
    }
    List<Value> own = translated(base, path, false);
    return base.document().positions().locate(own == null ? List.of() : own);
  }

  /// The path in an origin that leads to the same node, items of lists being the same by their
  /// names.
  ///
  /// @param exactly whether null is wanted unless the path ends at the same value
  private @Nullable List<Value> translated(Origin origin, List<Value> path, boolean exactly) {
    List<Value> own = new ArrayList<>();
    Value rendered = resource;
    Value written = origin.document().value();
    for (Value step : path) {
      Value next = child(rendered, step);
      Value there = next == null ? null : counterpart(written, step, next);
      Value found = there == null ? null : child(written, there);
      if (next == null || there == null || found == null) {
        return exactly ? null : own;
      }
      own.add(there);
      rendered = next;
      written = found;
    }
    return exactly && !written.equals(rendered) ? null : own;
  }

  private static @Nullable Value counterpart(Value written, Value step, Value item) {
    if (!(written instanceof ArrayValue list)) {
      return step;
    }
    for (int i = 0; i < list.size(); i++) {
      boolean named =
          item instanceof ObjectValue a
              && list.get(i) instanceof ObjectValue b
              && a.get("name") != null
              && a.get("name").equals(b.get("name"));
      if (named || list.get(i).equals(item)) {
        return NumberValue.of(i);
      }
    }
    return item instanceof ObjectValue object && object.get("name") != null ? null : step;
  }

  /// The operation that sets the node or what is around it, when its value is what came out.
  private @Nullable List<Value> operation(Origin patch, List<Value> path) {
    ArrayValue operations = (ArrayValue) patch.document().value();
    for (int i = operations.size() - 1; i >= 0; i--) {
      if (operations.get(i) instanceof ObjectValue one
          && one.get("path") instanceof StringValue pointer
          && one.get("value") instanceof Value value) {
        int steps = prefix(pointer.text(), path);
        Value rendered = resource;
        for (int k = 0; rendered != null && k < steps; k++) {
          rendered = child(rendered, path.get(k));
        }
        if (steps > 0 && value.equals(rendered)) {
          List<Value> own = new ArrayList<>(List.of(NumberValue.of(i), StringValue.of("value")));
          own.addAll(path.subList(steps, path.size()));
          return own;
        }
      }
    }
    return null;
  }

  /// How many steps a JSON pointer has when the path begins with them, else 0.
  private static int prefix(String pointer, List<Value> path) {
    String[] parts = pointer.split("/", -1);
    if (parts.length - 1 > path.size()) {
      return 0;
    }
    for (int k = 1; k < parts.length; k++) {
      String part = parts[k].replace("~1", "/").replace("~0", "~");
      Value step = path.get(k - 1);
      String text = step instanceof StringValue s ? s.text() : step.toString();
      if (!part.equals(text)) {
        return 0;
      }
    }
    return parts.length - 1;
  }

  private static @Nullable Value child(Value value, Value step) {
    return switch (value) {
      case ObjectValue object -> object.get(step);
      case ArrayValue list
          when step instanceof NumberValue n
              && n.isLong()
              && n.longValue() >= 0
              && n.longValue() < list.size() ->
          list.get((int) n.longValue());
      default -> null;
    };
  }
}
