package ms.continuu.attest.documents.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.NodePlaces;
import ms.continuu.attest.documents.NodePlaces.Place;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.yaml.Scalars.ScalarFault;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads a YAML stream straight from its events: values and places in one pass, no tree of nodes in
/// between.
final class YamlReader {
  private final SourceFile source;
  private final YamlSchema schema;
  private final DocumentLimits limits;
  private final Map<Anchor, Node> anchors = new HashMap<>();
  private final YamlEvents events;
  private long nodes;

  /// A value with its place and how many nodes it has when written out.
  private record Node(Value value, Place place, long size) {}

  YamlReader(SourceFile source, YamlSchema schema, DocumentLimits limits) {
    this.source = source;
    this.schema = schema;
    this.limits = limits;
    this.events = new YamlEvents(source);
  }

  Reading read() {
    List<Document> documents = new ArrayList<>();
    try {
      events.begin();
      while (!events.isAt(Event.ID.StreamEnd)) {
        events.next();
        anchors.clear();
        Node root = node(0);
        events.next();
        if (documents.size() == limits.documents()) {
          throw events.refused(
              "more than " + limits.documents() + " documents in one file", root.place.start());
        }
        documents.add(
            new Document(source, documents.size(), root.value, new NodePlaces(source, root.place)));
      }
      return new Reading(documents, List.of());
    } catch (YamlEvents.Refused | YamlEngineException | NumberFormatException fault) {
      return new Reading(documents, List.of(events.diagnostic(fault)));
    }
  }

  /// Its frames are small, since it calls itself as deep as a document is nested.
  private Node node(int depth) {
    Event event = events.next();
    check(event, depth);
    if (event instanceof SequenceStartEvent sequence) {
      return anchored(sequence, sequence(sequence, depth));
    }
    if (event instanceof MappingStartEvent mapping) {
      return anchored(mapping, mapping(mapping, depth));
    }
    return leaf(event);
  }

  private Node leaf(Event event) {
    return switch (event) {
      case AliasEvent alias -> aliased(alias);
      case ScalarEvent scalar -> anchored(scalar, scalar(scalar));
      default -> throw new IllegalStateException("unexpected " + event);
    };
  }

  private void check(Event event, int depth) {
    if (++nodes > limits.nodes()) {
      throw events.refused(
          "more than " + limits.nodes() + " nodes in one file", events.start(event));
    }
    if (depth > limits.depth()) {
      throw events.refused("nested deeper than " + limits.depth() + " levels", events.start(event));
    }
  }

  private Node aliased(AliasEvent alias) {
    Anchor anchor = alias.getAlias();
    if (!anchors.containsKey(anchor)) {
      throw events.refused(
          "yaml: unknown anchor '" + anchor.getValue() + "' referenced", events.start(alias));
    }
    Node node = anchors.get(anchor);
    if (node == null) {
      throw events.refused(
          "yaml: anchor '" + anchor.getValue() + "' value contains itself", events.start(alias));
    }
    nodes += node.size;
    if (nodes > limits.nodes()) {
      throw events.refused("yaml: document contains excessive aliasing", events.start(alias));
    }
    return node;
  }

  private Node anchored(NodeEvent event, Node node) {
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
    return node;
  }

  private Node scalar(ScalarEvent event) {
    Place place = place(event);
    try {
      boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
      Value value = Scalars.resolve(events.text(event), event.getTag().orElse(null), plain, schema);
      return new Node(value, place, 1);
    } catch (ScalarFault fault) {
      throw events.undecodable(fault.reason, place.start());
    }
  }

  private Node sequence(SequenceStartEvent event, int depth) {
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, null));
    List<Value> values = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    long size = 1;
    while (!events.isAt(Event.ID.SequenceEnd)) {
      Node item = node(depth + 1);
      values.add(item.value);
      places.add(item.place);
      size += item.size;
    }
    Place place = new Place(events.start(event), events.end(events.next()));
    place.setItems(places);
    return new Node(ArrayValue.of(values), place, size);
  }

  private Node mapping(MappingStartEvent event, int depth) {
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, null));
    ObjectValue.Builder pairs = ObjectValue.builder();
    Place place = new Place(events.start(event), events.start(event));
    List<Value> merged = new ArrayList<>();
    long size = 1;
    while (!events.isAt(Event.ID.MappingEnd)) {
      boolean merge = YamlEvents.isMerge(events.peek());
      Node key = node(depth + 1);
      Node value = node(depth + 1);
      size += key.size + value.size;
      if (merge) {
        addMerged(value, merged);
      } else {
        Value name = keyOf(key, value);
        if (schema == YamlSchema.KUBERNETES && pairs.get(name) != null) {
          throw events.refused(
              "key `" + ((StringValue) name).text() + "` is repeated; remove one of the two",
              key.place.start());
        }
        pairs.put(name, value.value);
        place.addMember(name, key.place, value.place);
      }
    }
    events.next();
    for (Value other : merged) {
      ObjectValue defaults = (ObjectValue) other;
      for (int i = 0; i < defaults.size(); i++) {
        if (pairs.get(defaults.keyAt(i)) == null) {
          pairs.put(defaults.keyAt(i), defaults.valueAt(i));
        }
      }
    }
    return new Node(pairs.build(), place, size);
  }

  private void addMerged(Node node, List<Value> merged) {
    if (node.value instanceof ObjectValue) {
      merged.add(node.value);
      return;
    }
    if (node.value instanceof ArrayValue list
        && list.asList().stream().allMatch(ObjectValue.class::isInstance)) {
      merged.addAll(list.asList());
      return;
    }
    throw events.undecodable(
        "yaml: map merge requires map or sequence of maps as the value", node.place.start());
  }

  /// Keys become strings, as they do on the way to JSON.
  private Value keyOf(Node key, Node value) {
    return switch (key.value) {
      case StringValue s -> s;
      case NumberValue n -> StringValue.of(keyText(n));
      case BooleanValue b -> StringValue.of(b.toString());
      case NullValue n ->
          throw events.undecodable(
              "unsupported map key of type: %!s(<nil>), key: <nil>, value: "
                  + (value.value instanceof NullValue ? "<nil>" : GoSyntax.of(value.value)),
              key.place.start());
      default ->
          throw events.undecodable(
              "yaml: invalid map key: " + GoSyntax.of(key.value), key.place.start());
    };
  }

  private static String keyText(NumberValue number) {
    return number.isLong()
        ? Long.toString(number.longValue())
        : GoDouble.general(number.exact().floatValue());
  }

  private Place place(Event event) {
    return new Place(events.start(event), events.end(event));
  }
}
