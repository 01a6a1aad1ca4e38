package ms.continuu.attest.documents.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.yaml.Scalars.ScalarFault;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The first document of a YAML text as nodes, as written: keys of any type, and repeated ones.
final class YamlComposer<N> {
  private final SourceFile source;
  private final DocumentLimits limits;
  private final NodeMaker<N> maker;
  private final YamlEvents events;
  private final Map<Anchor, @Nullable Node<N>> anchors = new HashMap<>();
  private long nodes;

  /// A node and how many it is when written out.
  private record Node<N>(N made, long size) {}

  YamlComposer(SourceFile source, DocumentLimits limits, NodeMaker<N> maker) {
    this.source = source;
    this.limits = limits;
    this.maker = maker;
    this.events = new YamlEvents(source);
  }

  Yaml.Composed<N> compose() {
    try {
      events.begin();
      if (events.isAt(Event.ID.StreamEnd)) {
        return new Yaml.Composed<>(null, List.of());
      }
      events.next();
      N root = node(0).made;
      events.next();
      return new Yaml.Composed<>(root, List.of());
    } catch (YamlEvents.Refused | YamlEngineException | NumberFormatException fault) {
      return new Yaml.Composed<>(null, List.of(events.diagnostic(fault)));
    }
  }

  /// Its frames are small, since it calls itself as deep as a document is nested.
  private Node<N> node(int depth) {
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

  private Node<N> leaf(Event event) {
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

  private Node<N> aliased(AliasEvent alias) {
    Anchor anchor = alias.getAlias();
    if (!anchors.containsKey(anchor)) {
      throw events.refused(
          "yaml: unknown anchor '" + anchor.getValue() + "' referenced", events.start(alias));
    }
    Node<N> node = anchors.get(anchor);
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

  private Node<N> anchored(NodeEvent event, Node<N> node) {
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
    return node;
  }

  private Node<N> scalar(ScalarEvent event) {
    String text = events.text(event);
    boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
    try {
      Value value = Scalars.resolve(text, event.getTag().orElse(null), plain, YamlSchema.OPA);
      return new Node<>(
          maker.scalar(text, value, plain && event.getTag().isEmpty(), line(event)), 1);
    } catch (ScalarFault fault) {
      throw events.undecodable(fault.reason, events.start(event));
    }
  }

  private Node<N> sequence(SequenceStartEvent event, int depth) {
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, null));
    List<N> items = new ArrayList<>();
    long size = 1;
    while (!events.isAt(Event.ID.SequenceEnd)) {
      Node<N> item = node(depth + 1);
      items.add(item.made);
      size += item.size;
    }
    events.next();
    return new Node<>(maker.sequence(items, line(event)), size);
  }

  private Node<N> mapping(MappingStartEvent event, int depth) {
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, null));
    List<N> keys = new ArrayList<>();
    List<N> values = new ArrayList<>();
    long size = 1;
    while (!events.isAt(Event.ID.MappingEnd)) {
      Node<N> key = node(depth + 1);
      Node<N> value = node(depth + 1);
      keys.add(key.made);
      values.add(value.made);
      size += key.size + value.size;
    }
    events.next();
    return new Node<>(maker.mapping(keys, values, line(event)), size);
  }

  private int line(Event event) {
    int start = Math.min(events.start(event), source.text().length());
    return source.at(start, start).row();
  }
}
