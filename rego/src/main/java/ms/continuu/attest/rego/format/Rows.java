package ms.continuu.attest.rego.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.value.Location;

/// Groups elements by the rows they begin on in the source.
final class Rows {
  private Rows() {}

  static List<List<Expr>> of(Body body) {
    return of(body.exprs(), Expr::location, Nodes::isMade);
  }

  /// The elements in the order of their places. Where one was made by a compiler, all are one group
  /// in the order given.
  static <T> List<List<T>> of(List<T> elements, Function<T, Location> place, Predicate<T> isMade) {
    if (elements.stream().anyMatch(isMade)) {
      return List.of(elements);
    }
    List<List<T>> rows = new ArrayList<>();
    int row = 0;
    for (T element : elements.stream().sorted(Comparator.comparing(place, Places.ORDER)).toList()) {
      int own = place.apply(element).row();
      if (rows.isEmpty() || own > row) {
        rows.add(new ArrayList<>());
      }
      row = own;
      rows.getLast().add(element);
    }
    return rows;
  }
}
