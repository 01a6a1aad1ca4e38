package ms.continuu.attest.rego.interpret;

import java.util.Arrays;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.RuleCode;
import ms.continuu.attest.rego.ir.RuleIndex;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.runtime.Accumulator;
import ms.continuu.attest.rego.runtime.Documents;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.rego.runtime.VirtualCache;
import ms.continuu.attest.rego.runtime.WrittenOrder;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Documents that rules define member by member: sets, and objects with general ref heads.
///
/// Asked for a known member only, the rules are evaluated with what is known already bound in their
/// heads.
final class PartialRules {
  private static final Value[] NO_PATH = {};

  private final Machine m;

  PartialRules(Machine machine) {
    m = machine;
  }

  /// A document or a part of it, and how much of the path led there.
  private record Found(Value document, int length) {}

  /// The one value of a path into the document, null for undefined, or [References#MANY].
  @Nullable Value evaluate(RuleSet set, Operand[] path, Activation a) {
    Found found = find(set, path, a);
    return found == null ? null : References.follow(found.document, path, found.length, a);
  }

  /// Every value of a path into the document.
  @Nullable Exit solutions(RuleSet set, Operand[] path, Activation a, References.Walk walk) {
    Found found = find(set, path, a);
    return found == null ? null : walk.from(found.document, found.length);
  }

  private @Nullable Found find(RuleSet set, Operand[] path, Activation a) {
    int length = set.path().length;
    if (!m.nested && m.cache.document(set.id()) instanceof Value known) {
      return new Found(known, length);
    }
    RuleIndex.Match match = m.lookup.find(set, a);
    if (m.cache.document(set.id()) instanceof Value known) {
      return path.length > length && match.isEmpty() ? null : new Found(known, length);
    }
    if (path.length == length) {
      return new Found(all(set, match, a), length);
    }
    if (match.isEmpty()) {
      return null;
    }
    return path[length] instanceof Operand.Local(int slot) && a.slots[slot] == null
        ? new Found(all(set, match, a), length)
        : some(set, path, match, a);
  }

  private Value all(RuleSet set, RuleIndex.Match match, Activation a) {
    Accumulator result = empty(set);
    for (RuleCode[] chain : match.chains()) {
      Member activation = new Member(a, chain[0], set, result, false);
      activation.traceEnter();
      activation.run();
    }
    Value value = result.build();
    m.cache.putDocument(set.id(), value);
    return value;
  }

  private static Accumulator empty(RuleSet set) {
    return set.groundHeads() ? Accumulator.ofSet() : Accumulator.ofObject();
  }

  /// The document as far as rules may define what the path asks for.
  private @Nullable Found some(RuleSet set, Operand[] path, RuleIndex.Match match, Activation a) {
    int start = set.path().length;
    Scope scope = new Scope(path, start, longest(match, path.length), a);
    while (scope.advance()) {
      Value known = m.cache.part(set.id(), scope.key());
      if (known != null) {
        return new Found(known, scope.end());
      }
    }
    Accumulator result = empty(set);
    for (RuleCode[] chain : match.chains()) {
      evaluate(chain[0], set, path, result, a);
    }
    Value document = result.build();
    if (scope.isKnown()) {
      VirtualCache.Key key = scope.reduced();
      Value part = Documents.find(document, key.values(), 0, key.values().length);
      if (part != null) {
        m.cache.putPart(set.id(), key, part);
      }
    }
    return new Found(document, start);
  }

  /// How much of a path of this length the rules can define.
  private static int longest(RuleIndex.Match match, int ceiling) {
    int longest = 0;
    for (RuleCode[] chain : match.chains()) {
      longest = Math.max(longest, chain[0].path().length + (chain[0].multiValue() ? 1 : 0));
    }
    return Math.min(longest, ceiling);
  }

  private void evaluate(
      RuleCode rule, RuleSet set, Operand[] path, Accumulator result, Activation a) {
    Member activation = new Member(a, rule, set, result, true);
    activation.traceEnter();
    int mark = m.trail.mark();
    boolean applies = bindHead(rule, set, path, activation, a);
    if (applies) {
      activation.run();
    } else if (m.tracing) {
      m.trace.fail(activation, rule.origin(), rule.location());
    }
    m.trail.undo(mark);
  }

  /// Binds the head's variables to what the path says of them; false when they differ.
  private boolean bindHead(
      RuleCode rule, RuleSet set, Operand[] path, Activation activation, Activation a) {
    Operand[] own = rule.path();
    int shared = Math.min(path.length, own.length);
    for (int i = set.path().length; i < shared; i++) {
      if (!bind(own[i], activation, path[i], a)) {
        return false;
      }
    }
    Operand key = rule.key();
    return !rule.multiValue()
        || key == null
        || own.length >= path.length
        || bind(key, activation, path[own.length], a);
  }

  private boolean bind(Operand head, Activation activation, Operand asked, Activation a) {
    return m.telling
        ? m.told.unify(activation, asked, a, head)
        : Patterns.agree(head, activation.slots, asked, a.slots, m.trail);
  }

  /// A rule that adds to a document.
  private static final class Member extends RuleActivation {
    private final RuleSet set;
    private final Accumulator result;
    private final boolean tellsDuplicates;

    Member(
        Activation caller,
        RuleCode rule,
        RuleSet set,
        Accumulator result,
        boolean tellsDuplicates) {
      super(caller, rule);
      this.set = set;
      this.result = result;
      this.tellsDuplicates = tellsDuplicates;
    }

    @Override
    @Nullable Exit solved() {
      traceExit();
      boolean added =
          rule.multiValue()
              ? result.addMember(path(), WrittenOrder.plain(bound(rule.key())), rule.headLocation())
              : result.putValue(path(), WrittenOrder.plain(value()), rule.headLocation());
      if (machine.tracing && tellsDuplicates && !added) {
        machine.trace.duplicate(this, rule.origin());
      }
      traceRedo();
      return null;
    }

    private Value[] path() {
      if (set.groundHeads()) {
        return NO_PATH;
      }
      Value[] path = new Value[rule.path().length - set.path().length];
      for (int i = 0; i < path.length; i++) {
        path[i] = bound(rule.path()[set.path().length + i]);
      }
      return path;
    }
  }

  /// Which part of the document a path asks for: its bound keys up to the first free one, and what
  /// is bound behind that.
  private static final class Scope {
    private final Operand[] path;
    private final Activation a;
    private final int start;
    private final int limit;
    private int at;
    private boolean known = true;
    private @Nullable Value[] keys;
    private @Nullable Value[] behind = NO_PATH;

    Scope(Operand[] path, int start, int limit, Activation activation) {
      this.path = path;
      this.start = start;
      this.limit = limit;
      a = activation;
      at = start;
      keys = NO_PATH;
    }

    boolean advance() {
      if (at >= limit) {
        return false;
      }
      Value value = Patterns.value(path[at], a.slots);
      if (value == null && !(path[at] instanceof Operand.Local)) {
        known = false;
        return false;
      }
      if (value != null && behind.length == 0) {
        keys = append(keys, value);
      } else {
        behind = append(behind, value);
      }
      at++;
      return true;
    }

    private static @Nullable Value[] append(@Nullable Value[] values, @Nullable Value value) {
      @Nullable Value[] longer = Arrays.copyOf(values, values.length + 1);
      longer[values.length] = value;
      return longer;
    }

    /// Whether the part can be told from others: not with a pattern in the path.
    boolean isKnown() {
      return known;
    }

    /// The length of the path that the bound keys cover.
    int end() {
      return start + keys.length;
    }

    @SuppressWarnings("NullAway")
    VirtualCache.Key key() {
      return new VirtualCache.Key(keys, behind);
    }

    /// The key without free variables at its end.
    @SuppressWarnings("NullAway")
    VirtualCache.Key reduced() {
      int length = behind.length;
      while (length > 0 && behind[length - 1] == null) {
        length--;
      }
      return new VirtualCache.Key(keys, Arrays.copyOf(behind, length));
    }
  }
}
