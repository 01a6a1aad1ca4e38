package ms.continuu.attest.rego.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ms.continuu.attest.rego.ir.DocumentNode;
import ms.continuu.attest.rego.ir.IndexPlace;
import ms.continuu.attest.rego.ir.IndexTest;
import ms.continuu.attest.rego.ir.RuleCode;
import ms.continuu.attest.rego.ir.RuleIndex;
import ms.continuu.attest.rego.plan.IndexEntry.Kind;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Builds the index over the rules of a set: which refs become levels and in which order, and what
/// each rule needs at each level.
final class IndexBuilder {
  private final IndexTable table = new IndexTable();
  private final List<IndexEntries> rules = new ArrayList<>();
  private final List<Integer> levels = new ArrayList<>();

  /// Refs that no rule constrains to a value: they only have to be defined.
  private final List<Integer> unvalued = new ArrayList<>();

  private IndexBuilder() {}

  static RuleIndex build(DocumentNode root, RuleCode[][] chains, @Nullable RuleCode fallback) {
    IndexBuilder builder = new IndexBuilder();
    for (RuleCode[] chain : chains) {
      for (RuleCode code : chain) {
        Rule rule = (Rule) code.origin();
        IndexEntries entries = new IndexEntries(builder.table);
        if (!SideEffects.in(rule.body())) {
          new IndexReader(root, rule.head().args(), entries).read(rule.body());
        }
        builder.rules.add(entries);
      }
    }
    builder.partition();
    return new RuleIndex(chains, fallback, builder.levels(), builder.needs());
  }

  private void partition() {
    Set<Integer> valued = new HashSet<>();
    for (IndexEntries entries : rules) {
      entries.all().filter(entry -> !entry.isVar()).forEach(entry -> valued.add(entry.ref()));
    }
    for (int ref : table.sorted()) {
      (valued.contains(ref) ? levels : unvalued).add(ref);
    }
  }

  private List<RuleIndex.Level> levels() {
    List<RuleIndex.Level> result = new ArrayList<>();
    for (int level : levels) {
      Set<String> delimiters = new LinkedHashSet<>();
      rules.stream()
          .flatMap(IndexEntries::all)
          .filter(entry -> entry.ref() == level)
          .map(IndexEntry::delimiter)
          .filter(Objects::nonNull)
          .forEach(delimiters::add);
      result.add(new RuleIndex.Level(table.ref(level).place(), List.copyOf(delimiters)));
    }
    return result;
  }

  private List<RuleIndex.Needs> needs() {
    IndexPlace[] places =
        unvalued.stream().map(ref -> table.ref(ref).place()).toArray(IndexPlace[]::new);
    List<RuleIndex.Needs> needs = new ArrayList<>();
    for (IndexEntries entries : rules) {
      List<List<IndexEntry>> paths = entries.paths();
      List<IndexPlace> defined = new ArrayList<>();
      for (int i = 0; i < places.length; i++) {
        int ref = unvalued.get(i);
        if (paths.stream().allMatch(path -> path.stream().anyMatch(entry -> entry.ref() == ref))) {
          defined.add(places[i]);
        }
      }
      List<RuleIndex.Membership> memberships =
          entries.memberships().stream()
              .map(m -> new RuleIndex.Membership(m.key().place(), m.collection().place()))
              .toList();
      needs.add(
          new RuleIndex.Needs(paths.stream().map(this::tests).toList(), defined, memberships));
    }
    return needs;
  }

  /// The tests of one way to satisfy a rule. Several values at one level end it, unless they are
  /// all scalars: what is needed at later levels is left to evaluation then.
  private @Nullable IndexTest[] tests(List<IndexEntry> path) {
    int remaining = path.size();
    @Nullable IndexTest[] tests = new IndexTest[levels.size()];
    int end = 0;
    for (int i = 0; i < tests.length && remaining > 0; i++) {
      int level = levels.get(i);
      List<IndexEntry> values =
          new ArrayList<>(path.stream().filter(entry -> entry.ref() == level).toList());
      remaining -= values.size();
      if (values.isEmpty()) {
        continue;
      }
      end = i + 1;
      if (values.size() > 1 && !values.stream().allMatch(IndexEntry::isVar)) {
        values.removeIf(IndexEntry::isVar);
      }
      tests[i] = test(values);
      if (values.size() > 1
          && values.stream()
              .anyMatch(value -> !value.isVar() && (value.isAffix() || value.isComposite()))) {
        break;
      }
    }
    return Arrays.copyOf(tests, end);
  }

  private static IndexTest test(List<IndexEntry> values) {
    boolean anything = false;
    Set<Value> equal = new HashSet<>();
    List<@Nullable Value[]> arrays = new ArrayList<>();
    List<String> prefixes = new ArrayList<>();
    List<String> suffixes = new ArrayList<>();
    Set<Value> members = new HashSet<>();
    for (IndexEntry entry : oneEnd(values)) {
      switch (entry.value()) {
        case Term.Scalar scalar -> {
          switch (entry.kind()) {
            case EQUAL -> equal.add(scalar.value());
            case MEMBER -> members.add(scalar.value());
            case PREFIX -> prefixes.add(text(scalar));
            case SUFFIX -> suffixes.add(text(scalar));
          }
        }
        case Term.ArrayTerm array -> arrays.add(pattern(array));
        default -> anything = true;
      }
    }
    return new IndexTest(anything, equal, arrays, prefixes, suffixes, members);
  }

  private static String text(Term.Scalar scalar) {
    return ((StringValue) scalar.value()).text();
  }

  /// The scalars of an array; anything else may be any item.
  private static @Nullable Value[] pattern(Term.ArrayTerm array) {
    @Nullable Value[] items = new Value[array.items().size()];
    for (int i = 0; i < items.length; i++) {
      items[i] = array.items().get(i) instanceof Term.Scalar scalar ? scalar.value() : null;
    }
    return items;
  }

  /// Texts at both ends must both be there, but here each is an alternative: the end whose shortest
  /// text is the longer one says more, and is kept.
  private static List<IndexEntry> oneEnd(List<IndexEntry> values) {
    int prefix = shortest(values, Kind.PREFIX);
    int suffix = shortest(values, Kind.SUFFIX);
    if (prefix < 0 || suffix < 0) {
      return values;
    }
    Kind dropped = suffix > prefix ? Kind.PREFIX : Kind.SUFFIX;
    return values.stream().filter(entry -> entry.kind() != dropped).toList();
  }

  private static int shortest(List<IndexEntry> values, Kind kind) {
    return values.stream()
        .filter(entry -> entry.kind() == kind)
        .mapToInt(entry -> text((Term.Scalar) entry.value()).length())
        .min()
        .orElse(-1);
  }
}
