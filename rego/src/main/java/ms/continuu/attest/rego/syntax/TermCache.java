package ms.continuu.attest.rego.syntax;

import org.jspecify.annotations.Nullable;

/// The terms that were read last, by where they begin, with where they ended: what a speculation
/// read need not be read again. Entries behind a new one are forgotten.
final class TermCache {
  private @Nullable Entry last;

  /// A term, or that there is none.
  record Entry(int start, @Nullable Term term, Cursor.State after, @Nullable Entry before) {}

  @Nullable Entry find(int start) {
    for (Entry entry = last; entry != null && entry.start() >= start; entry = entry.before()) {
      if (entry.start() == start) {
        return entry;
      }
    }
    return null;
  }

  void add(int start, @Nullable Term term, Cursor.State after) {
    Entry before = last;
    while (before != null && before.start() >= start) {
      before = before.before();
    }
    last = new Entry(start, term, after, before);
  }

  /// Forgets the terms of a statement that was read.
  void forgetBefore(int start) {
    if (last != null && last.start() < start) {
      last = null;
    }
  }

  @Nullable Entry save() {
    return last;
  }

  void restore(@Nullable Entry saved) {
    last = saved;
  }
}
