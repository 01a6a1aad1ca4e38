package ms.continuu.attest.documents.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/// The events of a YAML text with their places, and its faults in go-yaml's words.
final class YamlEvents {
  private static final Pattern DIRECTIVE = Pattern.compile("%([A-Za-z0-9_-]+)([^ \\t\\r\\n])?");

  /// Shared, as making one compiles a dozen patterns; plain scalars are resolved by [Scalars].
  private static final Schema PLAIN = new FailsafeSchema();

  private final SourceFile source;
  private final boolean hasAstral;
  private final StreamReader reader;
  private final ParserImpl events;

  YamlEvents(SourceFile source) {
    this.source = source;
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

  /// Ends reading with a diagnostic.
  static class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;

    Refused(Diagnostic diagnostic) {
      super(diagnostic.message(), null, false, false);
      this.diagnostic = diagnostic;
    }
  }

  /// A document whose syntax is right so far, with a value that cannot be.
  static final class Undecodable extends Refused {
    private static final long serialVersionUID = 1L;

    Undecodable(Diagnostic diagnostic) {
      super(diagnostic);
    }
  }

  /// Goes to the first document. The library takes directives it does not know.
  void begin() {
    events.next();
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

  Event next() {
    return events.next();
  }

  Event peek() {
    return events.peekEvent();
  }

  boolean isAt(Event.ID event) {
    return events.checkEvent(event);
  }

  /// The diagnostic of what ended reading.
  Diagnostic diagnostic(RuntimeException fault) {
    return switch (fault) {
      case Undecodable undecodable -> earlierFault(undecodable);
      case Refused refused -> refused.diagnostic;
      case YamlEngineException syntax -> {
        Location place = YamlFaults.mark(syntax).map(m -> at(offset(m))).orElse(source.at(0, 0));
        yield Diagnostic.error("yaml_parse_error", YamlFaults.text(syntax, source.text()), place);
      }
      // The scanner reads the digits of an escape at the end of the text without looking.
      case NumberFormatException digits ->
          Diagnostic.error(
              "yaml_parse_error",
              "yaml: did not find expected hexdecimal number",
              at(reader.getMark().map(m -> offset(m)).orElse(0)));
      default -> throw fault;
    };
  }

  /// Go decodes a document after it was read: a fault of its syntax comes first, wherever it is.
  private Diagnostic earlierFault(Undecodable undecodable) {
    try {
      while (!isAt(Event.ID.DocumentEnd) && !isAt(Event.ID.StreamEnd)) {
        next();
      }
    } catch (YamlEngineException fault) {
      return diagnostic(fault);
    } catch (NumberFormatException fault) {
      // The scanner's trouble with the end of the text is no fault of the document.
    }
    return ((Refused) undecodable).diagnostic;
  }

  Undecodable undecodable(String message, int offset) {
    return new Undecodable(Diagnostic.error("yaml_parse_error", message, at(offset)));
  }

  Refused refused(String message, int offset) {
    return new Refused(Diagnostic.error("yaml_parse_error", message, at(offset)));
  }

  private Location at(int offset) {
    int start = Math.min(offset, source.text().length());
    return source.at(start, start);
  }

  int start(Event event) {
    return event.getStartMark().map(this::offset).orElse(0);
  }

  int end(Event event) {
    return event.getEndMark().map(this::offset).orElse(0);
  }

  private int offset(@Nullable Mark mark) {
    int codePoints = mark == null ? 0 : mark.getIndex();
    return hasAstral ? source.text().offsetByCodePoints(0, codePoints) : codePoints;
  }

  /// The text of a scalar. A block scalar cut off by the end of the text has no line end there.
  String text(ScalarEvent event) {
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

  /// Whether it is the key `<<`, which takes the members of other mappings in.
  static boolean isMerge(Event event) {
    return event instanceof ScalarEvent s
        && s.getScalarStyle() == ScalarStyle.PLAIN
        && s.getValue().equals("<<")
        && s.getTag().isEmpty();
  }
}
