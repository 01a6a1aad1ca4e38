package ms.continuu.attest.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The places of a document's nodes, kept as a tree of the same shape as its value.
public record NodePlaces(SourceFile source, Place root) implements Positions {

  /// A node's stretch of text, and the places within it.
  public static final class Place {
    private final int start;
    private final int end;
    private @Nullable Map<Value, Place> members;
    private @Nullable List<Place> items;

    public Place(int start, int end) {
      this.start = start;
      this.end = end;
    }

    public int start() {
      return start;
    }

    public int end() {
      return end;
    }

    /// The place of an object: what is asked of a member leads to its key, and on to what is in its
    /// value, whose own members and items must be complete.
    public void addMember(Value key, Place keyPlace, Place valuePlace) {
      if (members == null) {
        members = new HashMap<>();
      }
      Place member = new Place(keyPlace.start, keyPlace.end);
      member.members = valuePlace.members;
      member.items = valuePlace.items;
      members.put(key, member);
    }

    /// The place of an array.
    public void setItems(List<Place> items) {
      this.items = items;
    }

    private @Nullable Place child(Value step) {
      if (members != null) {
        return members.get(step);
      }
      if (items != null
          && step instanceof NumberValue n
          && n.isLong()
          && n.longValue() >= 0
          && n.longValue() < items.size()) {
        return items.get((int) n.longValue());
      }
      return null;
    }
  }

  @Override
  public Location locate(List<Value> path) {
    Place place = root;
    for (Value step : path) {
      Place child = place.child(step);
      if (child == null) {
        break;
      }
      place = child;
    }
    return source.at(place.start, place.end);
  }
}
