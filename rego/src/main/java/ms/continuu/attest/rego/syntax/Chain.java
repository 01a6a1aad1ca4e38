package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list that grows at its end and is never changed, so that taking back is forgetting.
record Chain<T>(T last, @Nullable Chain<T> before, int size) {

  static <T> Chain<T> add(@Nullable Chain<T> chain, T item) {
    return new Chain<>(item, chain, chain == null ? 1 : chain.size() + 1);
  }

  static <T> List<T> list(@Nullable Chain<T> chain) {
    List<T> items = new ArrayList<>();
    for (Chain<T> link = chain; link != null; link = link.before()) {
      items.add(link.last());
    }
    Collections.reverse(items);
    return items;
  }
}
