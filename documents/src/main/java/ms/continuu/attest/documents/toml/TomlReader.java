package ms.continuu.attest.documents.toml;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.NodePlaces;
import ms.continuu.attest.documents.toml.TomlNode.Built;
import ms.continuu.attest.documents.toml.TomlNode.Items;
import ms.continuu.attest.documents.toml.TomlNode.Leaf;
import ms.continuu.attest.documents.toml.TomlNode.Origin;
import ms.continuu.attest.documents.toml.TomlNode.Table;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Reads a TOML text line by line into tables, and those into one document.
final class TomlReader {
  private final SourceFile source;
  private final DocumentLimits limits;
  private final TomlScan scan;
  private final Table root;
  private long nodes;

  /// The table that keys go to, and how deep it lies.
  private Table current;

  private int currentDepth;

  /// One part of a key, and where it stands.
  private record Part(String name, int start, int end) {}

  TomlReader(SourceFile source, DocumentLimits limits) {
    this.source = source;
    this.limits = limits;
    this.scan = new TomlScan(source.text());
    this.root = new Table(Origin.HEADER, 0, 0);
    this.current = root;
  }

  /// @throws TomlFault when the text is no TOML, or exceeds a limit
  Document read() {
    scan.skipLines();
    while (!scan.atEnd()) {
      if (scan.peek() == '[') {
        header();
      } else {
        member(current, currentDepth);
      }
      scan.endLine();
      scan.skipLines();
    }
    Built built = root.build();
    return new Document(source, 0, built.value(), new NodePlaces(source, built.place()));
  }

  private void header() {
    int start = scan.at();
    boolean ofArray = scan.take("[[");
    if (!ofArray) {
      scan.take('[');
    }
    List<Part> key = key();
    if (!scan.take(ofArray ? "]]" : "]")) {
      throw scan.fault("expected `" + (ofArray ? "]]" : "]") + "`, found " + scan.found());
    }
    refuseDeep(key.size() + (ofArray ? 1 : 0), start);
    Table above = root;
    for (Part part : key.subList(0, key.size() - 1)) {
      above = onTheWay(above, part);
    }
    Part last = key.getLast();
    current = ofArray ? nextOfArray(above, last, start) : named(above, last, start);
    currentDepth = key.size() + (ofArray ? 1 : 0);
  }

  private Table onTheWay(Table table, Part part) {
    Table.Member member = table.members.get(part.name);
    if (member == null) {
      return added(table, part, Origin.IMPLIED);
    }
    return switch (member.node()) {
      case Table below when below.origin != Origin.INLINE -> below;
      case Items items when items.ofTables() -> (Table) items.nodes().getLast();
      case Items items -> throw closed(part, member);
      case Table inline -> throw closed(part, member);
      case Leaf leaf -> throw closed(part, member);
    };
  }

  private Table added(Table table, Part part, Origin origin) {
    Table below = new Table(origin, part.start, part.end);
    add(table, part, below);
    return below;
  }

  private Table named(Table above, Part part, int start) {
    Table.Member member = above.members.get(part.name);
    if (member == null) {
      return added(above, part, Origin.HEADER);
    }
    if (member.node() instanceof Table table && table.origin == Origin.IMPLIED) {
      table.origin = Origin.HEADER;
      table.start = start;
      table.end = scan.at();
      above.members.put(part.name, new Table.Member(part.start, part.end, table));
      return table;
    }
    throw repeated(part, member);
  }

  private Table nextOfArray(Table above, Part part, int start) {
    Table.Member member = above.members.get(part.name);
    Table table = new Table(Origin.HEADER, start, scan.at());
    if (member == null) {
      List<TomlNode> tables = new ArrayList<>();
      tables.add(table);
      add(above, part, new Items(tables, true, part.start, part.end));
      return table;
    }
    if (member.node() instanceof Items items && items.ofTables()) {
      count(part.start);
      items.nodes().add(table);
      return table;
    }
    throw repeated(part, member);
  }

  private void member(Table table, int depth) {
    List<Part> key = key();
    if (!scan.take('=')) {
      throw scan.fault("expected `=` after the key, found " + scan.found());
    }
    refuseDeep(depth + key.size(), key.getFirst().start);
    Table holder = table;
    for (Part part : key.subList(0, key.size() - 1)) {
      Table.Member member = holder.members.get(part.name);
      if (member == null) {
        holder = added(holder, part, Origin.DOTTED);
      } else if (member.node() instanceof Table below && below.origin == Origin.DOTTED) {
        holder = below;
      } else {
        throw closed(part, member);
      }
    }
    Part last = key.getLast();
    Table.Member before = holder.members.get(last.name);
    if (before != null) {
      throw repeated(last, before);
    }
    scan.skipBlanks();
    add(holder, last, value(depth + key.size()));
  }

  private void add(Table table, Part part, TomlNode node) {
    count(part.start);
    table.members.put(part.name, new Table.Member(part.start, part.end, node));
  }

  private List<Part> key() {
    List<Part> parts = new ArrayList<>();
    do {
      scan.skipBlanks();
      int start = scan.at();
      String name = scan.keyPart();
      parts.add(new Part(name, start, scan.at()));
      scan.skipBlanks();
    } while (scan.take('.'));
    return parts;
  }

  private TomlNode value(int depth) {
    int start = scan.at();
    return switch (scan.peek()) {
      case '"', '\'' -> {
        Value text = StringValue.of(scan.string());
        yield new Leaf(text, start, scan.at());
      }
      case '[' -> array(depth);
      case '{' -> inlineTable(depth);
      default -> {
        String word = scan.bareValue();
        if (word.isEmpty()) {
          throw new TomlFault("expected a value, found " + scan.found(), start);
        }
        Value value = TomlScalars.of(word);
        if (value == null) {
          String shown = word.length() > 40 ? word.substring(0, 40) + "…" : word;
          throw new TomlFault(
              TomlScalars.isTooLarge(word)
                  ? "number `" + shown + "` does not fit 64 bits"
                  : "`" + shown + "` is no number, date or boolean; put strings in quotes",
              start);
        }
        yield new Leaf(value, start, scan.at());
      }
    };
  }

  private TomlNode array(int depth) {
    int start = scan.at();
    refuseDeep(depth, start);
    scan.take('[');
    List<TomlNode> items = new ArrayList<>();
    scan.skipLines();
    while (!scan.take(']')) {
      count(scan.at());
      items.add(value(depth + 1));
      scan.skipLines();
      if (scan.take(',')) {
        scan.skipLines();
      } else if (scan.peek() != ']' || scan.atEnd()) {
        throw scan.fault("expected `,` or `]`, found " + scan.found());
      }
    }
    return new Items(items, false, start, scan.at());
  }

  private TomlNode inlineTable(int depth) {
    int start = scan.at();
    refuseDeep(depth, start);
    scan.take('{');
    Table table = new Table(Origin.INLINE, start, start);
    scan.skipBlanks();
    if (!scan.take('}')) {
      do {
        member(table, depth);
        scan.skipBlanks();
      } while (scan.take(','));
      if (!scan.take('}')) {
        throw scan.fault(
            "expected `,` or `}`, found " + scan.found() + "; an inline table is one line");
      }
    }
    table.end = scan.at();
    return table;
  }

  private void count(int at) {
    nodes++;
    if (nodes > limits.nodes()) {
      throw new TomlFault("more than " + limits.nodes() + " values in one file", at);
    }
  }

  private void refuseDeep(int depth, int at) {
    if (depth > limits.depth()) {
      throw new TomlFault("nested deeper than " + limits.depth() + " levels", at);
    }
  }

  private TomlFault repeated(Part part, Table.Member before) {
    return new TomlFault(
        "key `" + part.name + "` is repeated: line " + line(before) + " has it already",
        part.start);
  }

  private TomlFault closed(Part part, Table.Member before) {
    return new TomlFault(
        "cannot add to `" + part.name + "`: line " + line(before) + " defines it completely",
        part.start);
  }

  private int line(Table.Member member) {
    return source.at(member.keyStart(), member.keyStart()).row();
  }
}
