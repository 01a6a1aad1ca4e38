package ms.continuu.attest.rego.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ms.continuu.attest.rego.plan.IndexEntry.Kind;
import ms.continuu.attest.rego.plan.IndexTable.Alternation;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import org.jspecify.annotations.Nullable;

/// What one rule needs, as far as an index can know: entries that all must hold, and disjunctions
/// of lists of them.
final class IndexEntries {
  /// More combinations of alternatives are not kept: fewer needs only mean more candidates.
  private static final int MAX_PATHS = 32;

  private final IndexTable table;

  /// Whether use of refs counts for the order of levels; not while an operand of `and` or `or` is
  /// looked at.
  private final boolean counts;

  private final List<IndexEntry> entries = new ArrayList<>();
  private final List<List<List<IndexEntry>>> disjunctions = new ArrayList<>();
  private final List<IndexEntry> outer;
  private final List<Membership> memberships = new ArrayList<>();

  /// The value at `key` must be a key of the document at `collection`.
  record Membership(IndexRef key, IndexRef collection) {}

  IndexEntries(IndexTable table) {
    this(table, true, List.of());
  }

  private IndexEntries(IndexTable table, boolean counts, List<IndexEntry> outer) {
    this.table = table;
    this.counts = counts;
    this.outer = outer;
  }

  /// For an operand of `and` or `or`: sees what its surroundings know, but adds nothing to them.
  IndexEntries scratch() {
    return new IndexEntries(table, false, resolvable());
  }

  List<Membership> memberships() {
    return memberships;
  }

  /// Every entry, alternatives included.
  Stream<IndexEntry> all() {
    return Stream.concat(
        entries.stream(), disjunctions.stream().flatMap(List::stream).flatMap(List::stream));
  }

  /// What variables can be resolved by.
  private List<IndexEntry> resolvable() {
    List<IndexEntry> all = new ArrayList<>(entries);
    all.addAll(outer);
    return all;
  }

  /// The ref that a variable stands for, or null.
  @Nullable IndexRef resolve(String variable, List<Term> parameters) {
    for (List<IndexEntry> known : List.of(entries, outer)) {
      for (IndexEntry entry : known) {
        if (entry.value() instanceof Term.Var var && var.name().equals(variable)) {
          return table.ref(entry.ref());
        }
      }
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i) instanceof Term.Var var && var.name().equals(variable)) {
        return IndexRef.argument(i);
      }
    }
    return null;
  }

  void addMembership(IndexRef key, IndexRef collection) {
    for (Membership known : memberships) {
      if (known.key.isSame(key) && known.collection.isSame(collection)) {
        return;
      }
    }
    memberships.add(new Membership(key, collection));
    count(table.intern(key), 1);
  }

  private void count(int ref, int times) {
    if (counts) {
      table.count(ref, times);
    }
  }

  private void alternate(int ref, Alternation kind) {
    if (counts) {
      table.alternate(ref, kind);
    }
  }

  /// Adds an entry. A concrete value takes the place of "defined".
  void add(IndexRef ref, Term value, Kind kind, @Nullable String delimiter) {
    add(new IndexEntry(table.intern(ref), value, kind, delimiter));
  }

  private void add(IndexEntry entry) {
    boolean seen = false;
    for (int i = 0; i < entries.size(); i++) {
      IndexEntry other = entries.get(i);
      if (other.ref() != entry.ref()) {
        continue;
      }
      seen = true;
      if (other.isSame(entry)) {
        return;
      }
      if (!entry.isVar() && !entry.isAffix() && other.isVar()) {
        entries.set(i, entry);
        return;
      }
      if (!entry.isVar() && !other.isVar()) {
        alternate(
            entry.ref(),
            entry.isAffix() || other.isAffix() ? Alternation.TERMINAL : Alternation.CONVERGING);
      }
    }
    if (!seen) {
      count(entry.ref(), 1);
    }
    entries.add(entry);
  }

  /// Adds the values of a collection that the value at the ref must be one of.
  void addAlternatives(IndexRef ref, List<Term> values) {
    values.stream().limit(1).forEach(first -> add(ref, first, Kind.EQUAL, null));
    if (values.size() < 2) {
      return;
    }
    int id = table.intern(ref);
    Set<Term> seen = new TreeSet<>(Terms.ORDER);
    int concrete = 0;
    for (IndexEntry other : entries) {
      if (other.ref() == id) {
        concrete += other.isVar() ? 0 : 1;
        if (other.kind() == Kind.EQUAL) {
          seen.add(other.value());
        }
      }
    }
    List<Term> rest = values.subList(1, values.size());
    for (Term value : rest) {
      if (seen.add(value)) {
        concrete++;
        entries.add(IndexEntry.equal(id, value));
      }
    }
    count(id, rest.size());
    if (concrete > 1) {
      alternate(id, Alternation.CONVERGING);
    }
  }

  /// Adds the texts of which one must stand at an end of the value at the ref.
  void addAffixes(IndexRef ref, List<Term> bases, Kind kind) {
    int id = table.intern(ref);
    Set<Term> seen = new TreeSet<>(Terms.ORDER);
    int concrete = 0;
    boolean known = false;
    for (IndexEntry other : entries) {
      if (other.ref() == id) {
        known = true;
        concrete += other.isVar() ? 0 : 1;
        if (other.kind() == kind) {
          seen.add(other.value());
        }
      }
    }
    count(id, known ? bases.size() - 1 : bases.size());
    for (Term base : bases) {
      if (seen.add(base)) {
        concrete++;
        entries.add(new IndexEntry(id, base, kind, null));
      }
    }
    if (concrete > 1) {
      alternate(id, Alternation.TERMINAL);
    }
  }

  /// Notes that one of these must hold.
  void require(List<List<IndexEntry>> alternatives) {
    switch (alternatives.size()) {
      case 0 -> {}
      case 1 -> alternatives.getFirst().forEach(this::add);
      default -> {
        for (List<IndexEntry> alternative : alternatives) {
          alternative.forEach(entry -> count(entry.ref(), 1));
        }
        disjunctions.add(alternatives);
      }
    }
  }

  /// Every way to satisfy what is known here: the entries, with one alternative of each
  /// disjunction.
  List<List<IndexEntry>> paths() {
    List<List<IndexEntry>> paths = List.of(entries);
    for (List<List<IndexEntry>> alternatives : disjunctions) {
      if (paths.size() * alternatives.size() > MAX_PATHS) {
        return List.of(entries);
      }
      List<List<IndexEntry>> combined = new ArrayList<>();
      for (List<IndexEntry> path : paths) {
        for (List<IndexEntry> alternative : alternatives) {
          List<IndexEntry> both = new ArrayList<>(path);
          both.addAll(alternative);
          combined.add(both);
        }
      }
      paths = combined;
    }
    return paths;
  }

  /// The ways to satisfy an operand, as its surroundings may know them: without its variables. None
  /// when nothing is known.
  List<List<IndexEntry>> alternatives() {
    List<List<IndexEntry>> paths = paths();
    if (paths.size() == 1 && paths.getFirst().isEmpty()) {
      return List.of();
    }
    return paths.stream()
        .map(path ->
            path.stream()
                .map(entry ->
                    entry.isVar()
                        ? new IndexEntry(entry.ref(), IndexEntry.ANY, Kind.EQUAL, entry.delimiter())
                        : entry)
                .toList())
        .toList();
  }
}
