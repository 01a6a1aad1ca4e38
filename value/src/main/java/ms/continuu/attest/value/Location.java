package ms.continuu.attest.value;

/// A stretch of a source text. `row` and `column` count from 1; `start` and `end` are offsets into
/// the source's text. Two locations are never compared for meaning: nodes are equal whatever their
/// places.
public record Location(SourceFile source, int start, int end, int row, int column) {

  /// A place in no file, for nodes made by code.
  public static final Location NONE = new Location(new SourceFile("", ""), 0, 0, 0, 0);

  public String file() {
    return source.name();
  }

  /// The source text of this stretch.
  public String text() {
    return source.text().substring(start, end);
  }

  /// This place, stretched to where `last` ends.
  public Location to(Location last) {
    return new Location(source, start, Math.max(end, last.end), row, column);
  }

  /// `file:row`, as evaluation errors print it.
  @Override
  public String toString() {
    return source.name().isEmpty() ? row + ":" + column : source.name() + ":" + row;
  }
}
