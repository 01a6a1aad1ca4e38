package ms.continuu.attest.documents.toml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.documents.NodePlaces.Place;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// A node while its text is being read: tables grow as later headers and dotted keys add to them.
sealed interface TomlNode {

  /// A finished value with its place.
  record Built(Value value, Place place) {}

  Built build();

  /// A scalar.
  record Leaf(Value value, int start, int end) implements TomlNode {
    @Override
    public Built build() {
      return new Built(value, new Place(start, end));
    }
  }

  /// An array: written in brackets and closed, or of tables and open to further headers.
  record Items(List<TomlNode> nodes, boolean ofTables, int start, int end) implements TomlNode {
    @Override
    public Built build() {
      List<Value> values = new ArrayList<>(nodes.size());
      List<Place> places = new ArrayList<>(nodes.size());
      for (TomlNode node : nodes) {
        Built built = node.build();
        values.add(built.value());
        places.add(built.place());
      }
      Place place = new Place(start, end);
      place.setItems(places);
      return new Built(ArrayValue.of(values), place);
    }
  }

  /// How a table came to be, which tells who may add to it.
  enum Origin {
    /// Named on the way by a header below it: its own header may still come.
    IMPLIED,
    /// Named by its own header.
    HEADER,
    /// Named on the way by a dotted key: further dotted keys may add to it.
    DOTTED,
    /// Written in braces: complete.
    INLINE
  }

  /// A table.
  final class Table implements TomlNode {
    /// A member with the place of its key.
    record Member(int keyStart, int keyEnd, TomlNode node) {}

    final Map<String, Member> members = new LinkedHashMap<>();
    Origin origin;
    int start;
    int end;

    Table(Origin origin, int start, int end) {
      this.origin = origin;
      this.start = start;
      this.end = end;
    }

    @Override
    public Built build() {
      ObjectValue.Builder pairs = ObjectValue.builder();
      Place place = new Place(start, end);
      members.forEach((name, member) -> {
        Built built = member.node.build();
        StringValue key = StringValue.of(name);
        pairs.put(key, built.value());
        place.addMember(key, new Place(member.keyStart, member.keyEnd), built.place());
      });
      return new Built(pairs.build(), place);
    }
  }
}
