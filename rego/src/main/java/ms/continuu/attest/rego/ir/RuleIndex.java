package ms.continuu.attest.rego.ir;

import org.jspecify.annotations.Nullable;
import ms.continuu.attest.value.Value;

/// Chooses, of the rules of a set, those that may hold.
public final class RuleIndex {
  private final Match all;

  public RuleIndex(RuleCode[][] chains, @Nullable RuleCode fallback) {
    all = Match.of(chains, fallback);
  }

  /// Tells the values that rules are chosen by.
  public interface Resolver {
    /// The value of an argument of the call.
    Value argument(int position);

    /// The value at a path of the input, or null.
    @Nullable Value input(Value[] path);

    /// The value at a path of the base documents, or null.
    @Nullable Value data(Value[] path);
  }

  /// Every rule.
  public Match all() {
    return all;
  }

  /// The rules that may hold.
  public Match lookup(Resolver resolver) {
    return all;
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
}
