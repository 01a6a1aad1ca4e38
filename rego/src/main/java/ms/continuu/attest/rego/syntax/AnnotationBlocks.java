package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.rego.host.YamlCodec;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.Utf8;

/// The `# METADATA` blocks among a text's comments.
final class AnnotationBlocks {
  /// Where go-yaml says the line.
  private static final Pattern LINE =
      Pattern.compile("^yaml:(?: unmarshal errors:[\\n\\s]*)? line ([0-9]+):");

  private final List<Module.Comment> comments;
  private final List<Annotations> annotations = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  /// A fault and where OPA reports it.
  record Fault(String message, Location location) {}

  private AnnotationBlocks(List<Module.Comment> comments) {
    this.comments = new ArrayList<>(comments);
  }

  static AnnotationBlocks read(List<Module.Comment> comments) {
    AnnotationBlocks blocks = new AnnotationBlocks(comments);
    blocks.readAll();
    return blocks;
  }

  List<Annotations> annotations() {
    return annotations;
  }

  List<Fault> faults() {
    return faults;
  }

  /// The comments; the first of a block stands for all of it.
  List<Module.Comment> comments() {
    return comments;
  }

  private void readAll() {
    int i = 0;
    while (i < comments.size()) {
      if (!opens(comments.get(i))) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < comments.size() && continues(comments.get(end - 1), comments.get(end))) {
        end++;
      }
      readBlock(i, end);
      i = end;
    }
  }

  private static boolean opens(Module.Comment comment) {
    return comment.location().column() == 1 && comment.text().strip().startsWith("METADATA");
  }

  private static boolean continues(Module.Comment before, Module.Comment comment) {
    return comment.location().column() == 1
        && comment.location().row() == before.location().row() + 1
        && !opens(comment);
  }

  private void readBlock(int from, int to) {
    List<Module.Comment> body = comments.subList(from + 1, to);
    StringBuilder text = new StringBuilder();
    for (Module.Comment comment : body) {
      String line = comment.text();
      text.append(line.startsWith(" ") ? line.substring(1) : line).append('\n');
    }
    Module.Comment first = comments.get(from);
    Location place = first.location().to(comments.get(to - 1).location());
    try {
      annotations.add(parse(text.toString(), place));
      comments.set(from, new Module.Comment(first.text(), place));
    } catch (AnnotationFault fault) {
      faults.add(
          switch (fault.kind()) {
            case YAML -> new Fault(withHints(fault.text(), body), place(fault.text(), body));
            case OPA -> new Fault(fault.text(), first.location());
          });
    }
  }

  private static Annotations parse(String yaml, Location place) throws AnnotationFault {
    if (yaml.isBlank()) {
      throw new AnnotationFault("expected METADATA block, found whitespace");
    }
    Optional<YamlCodec> codec = YamlProvider.codec();
    if (codec.isEmpty()) {
      throw new AnnotationFault("no YAML reader is at hand for METADATA blocks");
    }
    try {
      return AnnotationReader.read(codec.get().parseFirst(yaml), place);
    } catch (YamlCodec.YamlSyntaxException fault) {
      String message = fault.getMessage();
      throw new AnnotationFault(AnnotationFault.Kind.YAML, message == null ? "" : message);
    }
  }

  /// The comment that YAML's line number tells, counted from 0.
  private static Location place(String fault, List<Module.Comment> body) {
    Matcher line = LINE.matcher(fault);
    int index = 0;
    if (line.find()) {
      String digits = line.group(1);
      index = digits.length() > 8 ? body.size() : Integer.parseInt(digits);
    }
    return body.get(Math.min(index, body.size() - 1)).location();
  }

  /// Go-yaml's words are cryptic where a colon has no space behind it.
  private static String withHints(String fault, List<Module.Comment> body) {
    StringBuilder text = new StringBuilder(fault);
    for (Module.Comment comment : body) {
      List<String> symbols = symbolsBehindColons(comment.text());
      if (!symbols.isEmpty()) {
        text.append("\n  Hint: on line ").append(comment.location().row());
        text.append(", symbol(s) [").append(String.join(" ", symbols));
        text.append("] immediately following a key/value separator ':' is not a legal yaml space");
        text.append(" character");
      }
    }
    return text.toString();
  }

  private static List<String> symbolsBehindColons(String comment) {
    List<String> symbols = new ArrayList<>();
    for (int i = comment.indexOf(':'); i >= 0; i = comment.indexOf(':', i + 1)) {
      if (i + 1 == comment.length()) {
        break;
      }
      int symbol = comment.codePointAt(i + 1);
      if (symbol == ' ' || symbol == '\t') {
        break;
      }
      // Behind a colon that follows a colon, OPA sees nothing, and says so in Go's way.
      symbols.add(quoted(symbol == ':' || Utf8.isStray(symbol) ? 0xFFFD : symbol));
    }
    return symbols;
  }

  private static String quoted(int symbol) {
    if (symbol >= 0x80) {
      return String.format(symbol < 0x10000 ? "'\\u%04x'" : "'\\U%08x'", symbol);
    }
    String text = RegoText.quote(Character.toString(symbol));
    String inside = text.substring(1, text.length() - 1);
    return "'" + (symbol == '"' ? "\"" : symbol == '\'' ? "\\'" : inside) + "'";
  }
}
