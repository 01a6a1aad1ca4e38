package ms.continuu.attest.rego.syntax;

import java.util.List;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;

/// A term of the language. Records compare by place too: compare meaning with `Terms.compare`.
public sealed interface Term {

  /// Where it stands; [Location#NONE] for a term made by code.
  Location location();

  /// Null, a boolean, a number or a string.
  record Scalar(Value value, Location location) implements Term {}

  /// A variable. Wildcards are numbered by the parser: `$0`, `$1`, ….
  record Var(String name, Location location) implements Term {}

  /// `a.b[x]`: a head, which is a variable in most refs, and its path.
  record Ref(List<Term> terms, Location location) implements Term {
    public Ref {
      terms = List.copyOf(terms);
    }

    public Term head() {
      return terms.getFirst();
    }
  }

  /// `[a, b]`.
  record ArrayTerm(List<Term> items, Location location) implements Term {
    public ArrayTerm {
      items = List.copyOf(items);
    }
  }

  /// `{k: v}`, in source order. Of equal keys, which are all kept, the last counts.
  record ObjectTerm(List<Entry> entries, Location location) implements Term {
    public ObjectTerm {
      entries = List.copyOf(entries);
    }
  }

  /// One pair of an object term.
  record Entry(Term key, Term value) {}

  /// `{a, b}` or `set()`, in source order, without repetitions.
  record SetTerm(List<Term> items, Location location) implements Term {
    public SetTerm {
      items = List.copyOf(items);
    }
  }

  /// `[t | body]`.
  record ArrayComprehension(Term term, Body body, Location location) implements Term {}

  /// `{t | body}`.
  record SetComprehension(Term term, Body body, Location location) implements Term {}

  /// `{k: v | body}`.
  record ObjectComprehension(Term key, Term value, Body body, Location location) implements Term {}

  /// `f(x)` as a term: the operator, a ref, then the operands.
  record Call(List<Term> terms, Location location) implements Term {
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

  /// `$"a {x} b"`: text parts are string scalars, the rest expressions.
  record TemplateString(List<Part> parts, boolean multiLine, Location location) implements Term {
    public TemplateString {
      parts = List.copyOf(parts);
    }

    /// A part of a template string.
    public sealed interface Part {}

    /// Literal text.
    public record Text(Scalar string) implements Part {}

    /// An embedded expression.
    public record Embedded(Expr expr) implements Part {}
  }
}
