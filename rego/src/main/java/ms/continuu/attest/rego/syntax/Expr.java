package ms.continuu.attest.rego.syntax;

import java.util.List;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// One expression of a body.
///
/// @param form what it says
/// @param negated `not e`, in the form without a body of its own
/// @param withs the modifiers, in order
/// @param index its place in the body, from 0
/// @param generated made by a rewriting, not written by the user
/// @param assigned an equality that was written with `:=`: its left side only takes values
public record Expr(
    Form form,
    boolean negated,
    List<With> withs,
    int index,
    boolean generated,
    boolean assigned,
    Location location) {

  public Expr {
    withs = List.copyOf(withs);
  }

  /// An expression as it was written.
  public Expr(
      Form form,
      boolean negated,
      List<With> withs,
      int index,
      boolean generated,
      Location location) {
    this(form, negated, withs, index, generated, false, location);
  }

  public static Expr of(Form form, Location location) {
    return new Expr(form, false, List.of(), 0, false, false, location);
  }

  public Expr withForm(Form form) {
    return new Expr(form, negated, withs, index, generated, assigned, location);
  }

  public Expr withIndex(int index) {
    return index == this.index
        ? this
        : new Expr(form, negated, withs, index, generated, assigned, location);
  }

  public Expr withWiths(List<With> withs) {
    return new Expr(form, negated, withs, index, generated, assigned, location);
  }

  public Expr withNegated(boolean negated) {
    return new Expr(form, negated, withs, index, generated, assigned, location);
  }

  public Expr asGenerated() {
    return new Expr(form, negated, withs, index, true, assigned, location);
  }

  /// This equality, marked as written with `:=`.
  public Expr asAssigned() {
    return new Expr(form, negated, withs, index, generated, true, location);
  }

  /// What an expression says.
  public sealed interface Form {}

  /// A single term: it holds unless false or undefined.
  public record Single(Term term) implements Form {}

  /// A call: the operator, a ref, then the operands. `x == 1` and `x := 1` are calls of `equal` and
  /// `assign`.
  public record Call(List<Term> terms) implements Form {
    public Call {
      terms = List.copyOf(terms);
    }

    public Term operator() {
      return terms.getFirst();
    }

    public List<Term> operands() {
      return terms.subList(1, terms.size());
    }
  }

  /// `some x, y` (symbols are variables) or `some k, v in xs` (one symbol, a call of
  /// `internal.member_2` or `_3`).
  public record Some(List<Term> symbols, Location location) implements Form {
    public Some {
      symbols = List.copyOf(symbols);
    }
  }

  /// `every k, v in domain { body }`.
  public record Every(@Nullable Term key, Term value, Term domain, Body body, Location location)
      implements Form {}

  /// `not` with a body of its own (`future.keywords.not`); `explicit` when written with braces.
  public record Not(Body body, boolean explicit, Location location) implements Form {}

  /// `left and right`; a side is explicit when written with braces.
  public record And(
      Body left, Body right, boolean explicitLeft, boolean explicitRight, Location location)
      implements Form {}

  /// `left or right`; a side is explicit when written with braces.
  public record Or(
      Body left, Body right, boolean explicitLeft, boolean explicitRight, Location location)
      implements Form {}

  /// `with target as value`.
  public record With(Term target, Term value, Location location) {}
}
