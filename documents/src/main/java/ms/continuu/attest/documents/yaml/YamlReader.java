package ms.continuu.attest.documents.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.NodePlaces;
import ms.continuu.attest.documents.NodePlaces.Place;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.yaml.Scalars.ScalarFault;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/// Reads a YAML stream straight from its events: values and places in one pass, no tree of nodes in
/// between.
final class YamlReader {
  private static final Pattern DIRECTIVE = Pattern.compile("%([A-Za-z0-9_-]+)([^ \\t\\r\\n])?");

  /// Shared, as making one compiles a dozen patterns; plain scalars are resolved by [Scalars].
  private static final Schema PLAIN = new FailsafeSchema();

  private final SourceFile source;
  private final YamlSchema schema;
  private final DocumentLimits limits;
  private final Map<Anchor, Node> anchors = new HashMap<>();
  private final boolean hasAstral;
  private long nodes;
  private final StreamReader reader;
  private ParserImpl events;

  /// A value with its place and how many nodes it has when written out.
  private record Node(Value value, Place place, long size) {}

  /// A document whose syntax is right so far, with a value that cannot be.
  private static final class Undecodable extends Refused {
    private static final long serialVersionUID = 1L;

    Undecodable(Diagnostic diagnostic) {
      super(diagnostic);
    }
  }

  /// Ends reading with a diagnostic.
  private static class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;

    Refused(Diagnostic diagnostic) {
      super(diagnostic.message(), null, false, false);
      this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
      return diagnostic;
    }
  }

  YamlReader(SourceFile source, YamlSchema schema, DocumentLimits limits) {
    this.source = source;
    this.schema = schema;
    this.limits = limits;
    this.hasAstral = source.text().chars().anyMatch(c -> Character.isSurrogate((char) c));
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setSchema(PLAIN)
            .setUseMarks(true)
            .setLabel(source.name())
            .build();
    this.reader = new StreamReader(settings, source.text());
    this.events = new ParserImpl(settings, reader);
  }

  Reading read() {
    List<Document> documents = new ArrayList<>();
    try {
      events.next();
      refuseUnknownDirective();
      while (!events.checkEvent(Event.ID.StreamEnd)) {
        events.next();
        anchors.clear();
        Node root = node(0);
        events.next();
        if (documents.size() == limits.documents()) {
          throw refused(
              "more than " + limits.documents() + " documents in one file", root.place.start());
        }
        documents.add(
            new Document(source, documents.size(), root.value, new NodePlaces(source, root.place)));
      }
      return new Reading(documents, List.of());
    } catch (Undecodable undecodable) {
      return new Reading(documents, List.of(earlierFault(undecodable)));
    } catch (Refused refused) {
      return new Reading(documents, List.of(refused.diagnostic));
    } catch (YamlEngineException fault) {
      return new Reading(documents, List.of(diagnostic(fault)));
    } catch (NumberFormatException fault) {
      // The scanner reads the digits of an escape at the end of the text without looking.
      Location place = at(reader.getMark().map(m -> offset(m)).orElse(0));
      return new Reading(
          documents,
          List.of(
              Diagnostic.error(
                  "yaml_parse_error", "yaml: did not find expected hexdecimal number", place)));
    }
  }

  /// Go decodes a document after it was read: a fault of its syntax comes first, wherever it is.
  private Diagnostic earlierFault(Undecodable undecodable) {
    try {
      while (!events.checkEvent(Event.ID.DocumentEnd) && !events.checkEvent(Event.ID.StreamEnd)) {
        events.next();
      }
      return undecodable.diagnostic();
    } catch (YamlEngineException fault) {
      return diagnostic(fault);
    } catch (NumberFormatException fault) {
      return undecodable.diagnostic();
    }
  }

  private Diagnostic diagnostic(YamlEngineException fault) {
    Location place = YamlFaults.mark(fault).map(m -> at(offset(m))).orElse(source.at(0, 0));
    return Diagnostic.error("yaml_parse_error", YamlFaults.text(fault, source.text()), place);
  }

  /// The library takes directives it does not know.
  private void refuseUnknownDirective() {
    Matcher directive = DIRECTIVE.matcher(source.text());
    if (!directive.lookingAt()) {
      return;
    }
    if (directive.group(2) != null) {
      throw refused("yaml: found unexpected non-alphabetical character", 0);
    }
    if (!directive.group(1).equals("YAML") && !directive.group(1).equals("TAG")) {
      throw refused("yaml: found unknown directive name", 0);
    }
  }

  private Node node(int depth) {
    Event event = events.next();
    if (++nodes > limits.nodes()) {
      throw refused("more than " + limits.nodes() + " nodes in one file", start(event));
    }
    if (depth > limits.depth()) {
      throw refused("nested deeper than " + limits.depth() + " levels", start(event));
    }
    return switch (event) {
      case AliasEvent alias -> aliased(alias);
      case ScalarEvent scalar -> anchored(scalar, scalar(scalar));
      case SequenceStartEvent sequence -> anchored(sequence, sequence(sequence, depth));
      case MappingStartEvent mapping -> anchored(mapping, mapping(mapping, depth));
      default -> throw new IllegalStateException("unexpected " + event);
    };
  }

  private Node aliased(AliasEvent alias) {
    Anchor anchor = alias.getAlias();
    if (!anchors.containsKey(anchor)) {
      throw refused("yaml: unknown anchor '" + anchor.getValue() + "' referenced", start(alias));
    }
    Node node = anchors.get(anchor);
    if (node == null) {
      throw refused("yaml: anchor '" + anchor.getValue() + "' value contains itself", start(alias));
    }
    nodes += node.size;
    if (nodes > limits.nodes()) {
      throw refused("yaml: document contains excessive aliasing", start(alias));
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
      Value value = Scalars.resolve(text(event), event.getTag().orElse(null), plain, schema);
      return new Node(value, place, 1);
    } catch (ScalarFault fault) {
      throw undecodable(fault.reason, place.start());
    }
  }

  /// A block scalar cut off by the end of the text has no line end there.
  private String text(ScalarEvent event) {
    String text = event.getValue();
    boolean block =
        event.getScalarStyle() == ScalarStyle.LITERAL
            || event.getScalarStyle() == ScalarStyle.FOLDED;
    boolean cutOff =
        block
            && text.endsWith("\n")
            && !source.text().endsWith("\n")
            && end(event) >= source.text().length();
    return cutOff ? text.substring(0, text.length() - 1) : text;
  }

  private Node sequence(SequenceStartEvent event, int depth) {
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, null));
    List<Value> values = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    long size = 1;
    while (!events.checkEvent(Event.ID.SequenceEnd)) {
      Node item = node(depth + 1);
      values.add(item.value);
      places.add(item.place);
      size += item.size;
    }
    Place place = new Place(start(event), end(events.next()));
    place.setItems(places);
    return new Node(ArrayValue.of(values), place, size);
  }

  private Node mapping(MappingStartEvent event, int depth) {
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, null));
    ObjectValue.Builder pairs = ObjectValue.builder();
    Place place = new Place(start(event), start(event));
    List<Value> merged = new ArrayList<>();
    long size = 1;
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      boolean merge = isMerge(events.peekEvent());
      Node key = node(depth + 1);
      Node value = node(depth + 1);
      size += key.size + value.size;
      if (merge) {
        addMerged(value, merged);
      } else {
        Value name = keyOf(key, value);
        if (schema == YamlSchema.KUBERNETES && pairs.get(name) != null) {
          throw refused(
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

  private static boolean isMerge(Event event) {
    return event instanceof ScalarEvent s
        && s.getScalarStyle() == ScalarStyle.PLAIN
        && s.getValue().equals("<<")
        && s.getTag().isEmpty();
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
    throw undecodable(
        "yaml: map merge requires map or sequence of maps as the value", node.place.start());
  }

  /// Keys become strings, as they do on the way to JSON.
  private Value keyOf(Node key, Node value) {
    return switch (key.value) {
      case StringValue s -> s;
      case NumberValue n -> StringValue.of(keyText(n));
      case BooleanValue b -> StringValue.of(b.toString());
      case NullValue n ->
          throw undecodable(
              "unsupported map key of type: %!s(<nil>), key: <nil>, value: "
                  + (value.value instanceof NullValue ? "<nil>" : GoSyntax.of(value.value)),
              key.place.start());
      default ->
          throw undecodable("yaml: invalid map key: " + GoSyntax.of(key.value), key.place.start());
    };
  }

  private static String keyText(NumberValue number) {
    return number.isLong()
        ? Long.toString(number.longValue())
        : GoDouble.general(number.exact().floatValue());
  }

  private Undecodable undecodable(String message, int offset) {
    return new Undecodable(Diagnostic.error("yaml_parse_error", message, at(offset)));
  }

  private Refused refused(String message, int offset) {
    return new Refused(Diagnostic.error("yaml_parse_error", message, at(offset)));
  }

  private Location at(int offset) {
    int start = Math.min(offset, source.text().length());
    return source.at(start, start);
  }

  private Place place(Event event) {
    return new Place(start(event), end(event));
  }

  private int start(Event event) {
    return event.getStartMark().map(this::offset).orElse(0);
  }

  private int end(Event event) {
    return event.getEndMark().map(this::offset).orElse(0);
  }

  private int offset(@Nullable Mark mark) {
    int codePoints = mark == null ? 0 : mark.getIndex();
    return hasAstral ? source.text().offsetByCodePoints(0, codePoints) : codePoints;
  }
}
