package ms.continuu.attest.rego.syntax;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The parts of the parser, which call each other, over one cursor.
final class Grammar {
  final Cursor cursor;
  final ParseOptions options;
  final TermCache cache = new TermCache();
  final TermParser terms;
  final CollectionParser collections;
  final LogicalParser logical;
  final LiteralParser literals;

  /// Whether `not` makes a node with a body.
  private boolean notBodies;

  Grammar(Cursor cursor, ParseOptions options) {
    this.cursor = cursor;
    this.options = options;
    this.terms = new TermParser(this);
    this.collections = new CollectionParser(this);
    this.logical = new LogicalParser(this);
    this.literals = new LiteralParser(this);
  }

  boolean notBodies() {
    return notBodies;
  }

  void allowNotBodies() {
    notBodies = true;
  }

  /// Reads as if all keywords had been imported: to find what the user may have meant.
  <T> @Nullable T withFutureKeywords(Supplier<@Nullable T> reading) {
    return with(cursor.keywords().withFuture(), reading);
  }

  /// Reads as if no keyword had been imported.
  <T> @Nullable T withoutFutureKeywords(Supplier<@Nullable T> reading) {
    return with(cursor.keywords().withoutFuture(), reading);
  }

  private <T> @Nullable T with(Keywords keywords, Supplier<@Nullable T> reading) {
    Keywords present = cursor.keywords();
    TermCache.Entry cached = cache.save();
    cursor.use(keywords);
    cache.restore(null);
    T read = reading.get();
    cursor.use(present);
    cache.restore(cached);
    return read;
  }
}
