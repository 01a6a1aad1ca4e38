package ms.continuu.attest.rego.ir;

import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The rules that together define one document, or one function. Planned when first asked for, so a
/// large library costs only what is used of it.
public final class RuleSet implements Callable {
  private final int id;
  private final Value[] path;
  private final int arity;
  private final boolean multiValue;
  private final boolean groundHeads;
  private final String text;
  private final Source source;
  private volatile @Nullable Rules rules;

  /// Plans the rules.
  @FunctionalInterface
  public interface Source {
    Rules plan(RuleSet set);
  }

  /// The planned rules.
  ///
  /// @param chains each definition with its `else`s
  /// @param fallback the default rule
  public record Rules(RuleCode[][] chains, @Nullable RuleCode fallback, RuleIndex index) {}

  /// @param path its path below `data`
  /// @param groundHeads no head has a variable in its ref
  /// @param text its path as users write it
  public RuleSet(
      int id,
      Value[] path,
      int arity,
      boolean multiValue,
      boolean groundHeads,
      String text,
      Source source) {
    this.id = id;
    this.path = path;
    this.arity = arity;
    this.multiValue = multiValue;
    this.groundHeads = groundHeads;
    this.text = text;
    this.source = source;
  }

  /// Numbers the rule sets of a program.
  public int id() {
    return id;
  }

  public Value[] path() {
    return path;
  }

  @Override
  public int arity() {
    return arity;
  }

  public boolean isFunction() {
    return arity >= 0;
  }

  /// Its rules add members to a set.
  public boolean multiValue() {
    return multiValue;
  }

  /// It defines one value: neither a set nor an object by its members.
  public boolean complete() {
    return groundHeads && !multiValue;
  }

  public boolean groundHeads() {
    return groundHeads;
  }

  public String text() {
    return text;
  }

  public Rules rules() {
    Rules known = rules;
    if (known == null) {
      synchronized (this) {
        known = rules;
        if (known == null) {
          known = source.plan(this);
          rules = known;
        }
      }
    }
    return known;
  }
}
