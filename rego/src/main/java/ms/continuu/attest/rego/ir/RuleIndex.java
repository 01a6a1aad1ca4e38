package ms.continuu.attest.rego.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Chooses, of the rules of a set, those that may hold, by values that are known before any is
/// evaluated. It finds the same candidates as OPA's index does: traces show how many.
///
/// One level, the most telling, is looked up by hash; a rule found there is tested at its other
/// levels.
public final class RuleIndex {
  private final RuleCode[][] chains;
  private final @Nullable RuleCode fallback;
  private final Match all;
  private final List<Level> levels;
  private final List<Needs> needs;
  private final boolean consultsCollections;
  private final boolean needsNothing;

  private int dispatchLevel;

  /// The candidates by the value at the level that is looked up.
  private final Map<Value, int[]> byValue = new HashMap<>();

  /// The candidates whatever stands at that level.
  private int[] others = {};

  private final int[] chainOf;
  private final RuleCode[] rules;

  /// A place where values are tested.
  ///
  /// @param delimiters a text there is also tested as the array of its parts, for each of these
  public record Level(IndexPlace place, List<String> delimiters) {}

  /// What one rule needs.
  ///
  /// @param paths alternatives: tests by level, null where there is none
  /// @param defined what must be defined besides
  /// @param memberships what must be a key of a collection of the base documents
  public record Needs(
      List<@Nullable IndexTest[]> paths, List<IndexPlace> defined, List<Membership> memberships) {
    boolean isNothing() {
      return paths.stream().anyMatch(path -> path.length == 0)
          && defined.isEmpty()
          && memberships.isEmpty();
    }
  }

  private static final int[] NONE = {};

  /// The value at `key` must be a key of the document at `collection`.
  public record Membership(IndexPlace key, IndexPlace collection) {}

  /// Tells the values that rules are chosen by.
  public interface Resolver {
    /// Whether arguments have values: not where a whole package is asked for.
    boolean hasArguments();

    /// The value of an argument of the call.
    Value argument(int position);

    /// The value at a path of the input, or null.
    @Nullable Value input(Value[] path);

    /// The value at a path of the base documents, or null.
    @Nullable Value data(Value[] path);
  }

  /// @param needs what each rule needs, in the order of the chains and of the rules in each
  public RuleIndex(
      RuleCode[][] chains, @Nullable RuleCode fallback, List<Level> levels, List<Needs> needs) {
    this.chains = chains;
    this.fallback = fallback;
    this.levels = List.copyOf(levels);
    this.needs = List.copyOf(needs);
    all = Match.of(chains, fallback);
    rules = Arrays.stream(chains).flatMap(Arrays::stream).toArray(RuleCode[]::new);
    chainOf = new int[rules.length];
    int next = 0;
    for (int chain = 0; chain < chains.length; chain++) {
      for (int i = 0; i < chains[chain].length; i++) {
        chainOf[next++] = chain;
      }
    }
    consultsCollections = !all.earlyExit();
    needsNothing = needs.stream().allMatch(Needs::isNothing);
    dispatch();
  }

  /// Of the levels the one that leaves the fewest rules to be tested.
  private void dispatch() {
    long least = Long.MAX_VALUE;
    for (int level = 0; level < levels.size(); level++) {
      Map<Value, List<Integer>> found = new HashMap<>();
      List<Integer> rest = new ArrayList<>();
      for (int rule = 0; rule < rules.length; rule++) {
        Set<Value> values = dispatchedBy(needs.get(rule), level);
        if (values == null) {
          rest.add(rule);
        } else {
          for (Value value : values) {
            found.computeIfAbsent(value, v -> new ArrayList<>()).add(rule);
          }
        }
      }
      long left = rest.size() + found.values().stream().mapToLong(List::size).max().orElse(0);
      if (left < least) {
        least = left;
        dispatchLevel = level;
        byValue.clear();
        found.forEach((value, list) -> byValue.put(value, ints(list)));
        others = ints(rest);
      }
    }
    if (levels.isEmpty()) {
      others = IntStream.range(0, rules.length).toArray();
    }
  }

  /// The values at a level that alone can lead to a rule, or null.
  private @Nullable Set<Value> dispatchedBy(Needs need, int level) {
    if (!levels.get(level).delimiters().isEmpty()
        || need.paths.size() != 1
        || need.paths.getFirst().length <= level) {
      return null;
    }
    IndexTest test = need.paths.getFirst()[level];
    return test == null ? null : test.onlyEqual();
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The places where values are tested.
  public List<Level> levels() {
    return levels;
  }

  /// What each rule needs.
  public List<Needs> needs() {
    return needs;
  }

  /// Every rule.
  public Match all() {
    return all;
  }

  /// The rules that may hold.
  public Match lookup(Resolver resolver) {
    return needsNothing ? all : new Lookup(resolver).match();
  }

  /// Rules to evaluate.
  ///
  /// @param chains definitions with their `else`s, as far as they may hold
  /// @param fallback the default rule
  /// @param earlyExit all agree on one value, so that the first that holds decides
  public record Match(RuleCode[][] chains, @Nullable RuleCode fallback, boolean earlyExit) {

    public static Match of(RuleCode[][] chains, @Nullable RuleCode fallback) {
      return new Match(chains, fallback, agree(chains));
    }

    public boolean isEmpty() {
      return chains.length == 0 && fallback == null;
    }

    private static boolean agree(RuleCode[][] chains) {
      Value agreed = null;
      for (RuleCode[] chain : chains) {
        for (RuleCode rule : chain) {
          Value value = rule.constantValue();
          if (!rule.complete() || value == null || agreed != null && !agreed.equals(value)) {
            return false;
          }
          agreed = value;
        }
      }
      return true;
    }
  }

  /// One lookup; it resolves each place once.
  private final class Lookup {
    private static final Value[] NOTHING = {};

    private final Resolver resolver;
    private final @Nullable Value[] values = new Value[levels.size()];
    private final Value[][] mapped = new Value[levels.size()][];
    private final boolean[] resolved = new boolean[levels.size()];
    private @Nullable IdentityHashMap<IndexPlace, Boolean> defined;

    Lookup(Resolver resolver) {
      this.resolver = resolver;
    }

    Match match() {
      boolean unknown = isUnknown(dispatchLevel);
      int[] hits = unknown ? IntStream.range(0, rules.length).toArray() : hits();
      int[] rest = unknown ? NONE : others;
      int[] found = new int[hits.length + rest.length];
      int count = 0;
      int i = 0;
      int j = 0;
      while (i < hits.length || j < rest.length) {
        boolean hit = j == rest.length || i < hits.length && hits[i] < rest[j];
        int rule = hit ? hits[i++] : rest[j++];
        if (mayHold(needs.get(rule))) {
          found[count++] = rule;
        }
      }
      return count == rules.length ? all : Match.of(chains(found, count), fallback);
    }

    private int[] hits() {
      Value first = byValue.isEmpty() ? null : value(dispatchLevel);
      return first == null ? NONE : byValue.getOrDefault(first, NONE);
    }

    /// Whether a level tests arguments that are not known.
    private boolean isUnknown(int level) {
      return level < levels.size()
          && levels.get(level).place().root() == IndexPlace.Root.ARGUMENT
          && !resolver.hasArguments();
    }

    private RuleCode[][] chains(int[] found, int count) {
      List<RuleCode[]> result = new ArrayList<>(count);
      for (int i = 0; i < count; ) {
        int end = i + 1;
        while (end < count && chainOf[found[end]] == chainOf[found[i]]) {
          end++;
        }
        RuleCode[] whole = chains[chainOf[found[i]]];
        if (end - i == whole.length) {
          result.add(whole);
        } else {
          RuleCode[] chain = new RuleCode[end - i];
          for (int k = i; k < end; k++) {
            chain[k - i] = rules[found[k]];
          }
          result.add(chain);
        }
        i = end;
      }
      return result.toArray(RuleCode[][]::new);
    }

    private boolean mayHold(Needs need) {
      return anyPath(need.paths) && allDefined(need.defined) && inCollections(need.memberships);
    }

    private boolean anyPath(List<@Nullable IndexTest[]> paths) {
      for (int i = 0; i < paths.size(); i++) {
        if (passes(paths.get(i))) {
          return true;
        }
      }
      return false;
    }

    private boolean passes(@Nullable IndexTest[] tests) {
      for (int level = 0; level < tests.length; level++) {
        IndexTest test = tests[level];
        if (test != null && !isUnknown(level)) {
          Value value = value(level);
          if (value == null || !test.holds(value, mapped[level])) {
            return false;
          }
        }
      }
      return true;
    }

    private @Nullable Value value(int level) {
      if (!resolved[level]) {
        Value value = levels.get(level).place().resolve(resolver);
        values[level] = value;
        mapped[level] = value == null ? NOTHING : parts(value, levels.get(level).delimiters());
        resolved[level] = true;
      }
      return values[level];
    }

    private Value[] parts(Value value, List<String> delimiters) {
      if (delimiters.isEmpty() || !(value instanceof StringValue string)) {
        return NOTHING;
      }
      return delimiters.stream()
          .map(delimiter -> GlobParts.array(string.text(), delimiter))
          .toArray(Value[]::new);
    }

    private boolean allDefined(List<IndexPlace> places) {
      if (places.isEmpty()) {
        return true;
      }
      if (defined == null) {
        defined = new IdentityHashMap<>();
      }
      for (IndexPlace place : places) {
        if (place.root() == IndexPlace.Root.ARGUMENT && !resolver.hasArguments()) {
          continue;
        }
        if (!defined.computeIfAbsent(place, p -> p.resolve(resolver) != null)) {
          return false;
        }
      }
      return true;
    }

    private boolean inCollections(List<Membership> memberships) {
      if (!consultsCollections) {
        return true;
      }
      for (Membership membership : memberships) {
        Value key = membership.key().resolve(resolver);
        Value collection = key == null ? null : membership.collection().resolve(resolver);
        if (key == null || collection == null || isMissing(key, collection)) {
          return false;
        }
      }
      return true;
    }

    private static boolean isMissing(Value key, Value collection) {
      return switch (collection) {
        case ObjectValue object -> object.get(key) == null;
        case SetValue set -> !set.contains(key);
        default -> false;
      };
    }
  }
}
