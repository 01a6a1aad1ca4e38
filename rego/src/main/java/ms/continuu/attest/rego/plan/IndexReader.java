package ms.continuu.attest.rego.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.ir.DocumentNode;
import ms.continuu.attest.rego.ir.GlobParts;
import ms.continuu.attest.rego.plan.IndexEntry.Kind;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Reads off a rule's body what an index can know it needs.
final class IndexReader {
  /// Stands for one part of any text in a pattern.
  private static final Term.Var ANY_PART = new Term.Var("$globwildcard", Location.NONE);

  private final DocumentNode root;
  private final List<Term> parameters;

  /// What variables are constant.
  private final Map<String, Term> constants;

  private final IndexEntries entries;

  IndexReader(DocumentNode root, List<Term> parameters, IndexEntries entries) {
    this(root, parameters, entries, new HashMap<>());
  }

  private IndexReader(
      DocumentNode root, List<Term> parameters, IndexEntries entries, Map<String, Term> constants) {
    this.root = root;
    this.parameters = parameters;
    this.entries = entries;
    this.constants = constants;
  }

  void read(Body body) {
    body.exprs().forEach(this::read);
  }

  private void read(Expr expr) {
    if (!expr.withs().isEmpty() || expr.negated()) {
      return;
    }
    switch (expr.form()) {
      case Expr.And and -> {
        List<List<IndexEntry>> left = operand(and.left());
        List<List<IndexEntry>> right = operand(and.right());
        entries.require(left);
        entries.require(right);
      }
      case Expr.Or or -> {
        List<List<IndexEntry>> left = operand(or.left());
        List<List<IndexEntry>> right = left.isEmpty() ? left : operand(or.right());
        if (!right.isEmpty()) {
          List<List<IndexEntry>> both = new ArrayList<>(left);
          both.addAll(right);
          entries.require(both);
        }
      }
      case Expr.Single(Term term) -> {
        if (plugged(term) instanceof Term.Ref ref && !collectionKey(ref)) {
          equality(ref, IndexEntry.ANY);
        }
      }
      case Expr.Call call -> call(call);
      case Expr.Every e -> {}
      case Expr.Not n -> {}
      case Expr.Some s -> {}
    }
  }

  private List<List<IndexEntry>> operand(Body body) {
    IndexEntries scratch = entries.scratch();
    new IndexReader(root, parameters, scratch, new HashMap<>(constants)).read(body);
    return scratch.alternatives();
  }

  private void call(Expr.Call call) {
    if (!(call.operator() instanceof Term.Ref operator)) {
      return;
    }
    List<Term> operands = call.operands().stream().map(this::plugged).toList();
    switch (Planner.name(operator) + "/" + operands.size()) {
      case "eq/2", "equal/2" -> {
        Term a = operands.get(0);
        Term b = operands.get(1);
        if (!wildcard(a, b) && !wildcard(b, a)) {
          equality(a, b);
        }
      }
      case "glob.match/3" -> glob(operands);
      case "internal.member_2/2" -> member(operands.get(0), operands.get(1));
      case "startswith/2" -> affix(operands, Kind.PREFIX);
      case "endswith/2" -> affix(operands, Kind.SUFFIX);
      case "strings.any_prefix_match/2" -> anyAffix(operands, Kind.PREFIX);
      case "strings.any_suffix_match/2" -> anyAffix(operands, Kind.SUFFIX);
      default -> {}
    }
  }

  /// A ref with the scalars that its variables are known to be.
  private Term plugged(Term term) {
    if (!(term instanceof Term.Ref ref) || constants.isEmpty()) {
      return term;
    }
    List<Term> keys = new ArrayList<>(ref.terms());
    for (int i = 1; i < keys.size(); i++) {
      if (keys.get(i) instanceof Term.Var var
          && constants.get(var.name()) instanceof Term.Scalar scalar) {
        keys.set(i, scalar);
      }
    }
    return new Term.Ref(keys, ref.location());
  }

  private void equality(Term a, Term b) {
    if (!constrain(a, b)) {
      constrain(b, a);
    }
  }

  private boolean constrain(Term a, Term b) {
    return switch (a) {
      case Term.Var var -> constrainVar(var, b);
      case Term.Ref ref -> constrainRef(ref, b);
      default -> false;
    };
  }

  private boolean constrainVar(Term.Var var, Term b) {
    if (Terms.isConstant(b)) {
      constants.put(var.name(), b);
    } else if (b instanceof Term.Var other && constants.get(other.name()) != null) {
      constants.put(var.name(), constants.get(other.name()));
    }
    if (!isIndexable(b)) {
      return false;
    }
    IndexRef ref = entries.resolve(var.name(), parameters);
    if (ref == null) {
      return false;
    }
    entries.add(ref, b, Kind.EQUAL, null);
    return true;
  }

  private boolean constrainRef(Term.Ref term, Term b) {
    IndexRef ref = valid(resolveHead(term));
    if (ref == null) {
      return false;
    }
    if (b instanceof Term.Var var) {
      entries.add(ref, constants.getOrDefault(var.name(), var), Kind.EQUAL, null);
      return true;
    }
    if (!isIndexable(b)) {
      return false;
    }
    entries.add(ref, b, Kind.EQUAL, null);
    return true;
  }

  /// `input.xs[_] == v`: the value at `input.xs` is a collection that has `v`.
  private boolean wildcard(Term a, Term b) {
    if (!(a instanceof Term.Ref term)) {
      return false;
    }
    Term.Ref ref = resolveHead(term);
    if (ref == null || ref.terms().size() < 2 || Terms.isGround(ref.terms().getLast())) {
      return false;
    }
    IndexRef collection =
        valid(new Term.Ref(ref.terms().subList(0, ref.terms().size() - 1), ref.location()));
    Term value = b instanceof Term.Var var ? constants.getOrDefault(var.name(), var) : b;
    if (collection == null || !(value instanceof Term.Scalar)) {
      return false;
    }
    entries.add(collection, value, Kind.MEMBER, null);
    return true;
  }

  /// A ref whose head is a local becomes one below what the local stands for; null when that is not
  /// known.
  private Term.@Nullable Ref resolveHead(Term.Ref ref) {
    if (!(ref.head() instanceof Term.Var head)
        || head.name().equals("data")
        || head.name().equals("input")) {
      return ref;
    }
    IndexRef resolved = entries.resolve(head.name(), parameters);
    if (resolved == null) {
      return null;
    }
    List<Term> terms = new ArrayList<>(resolved.term().terms());
    terms.addAll(ref.terms().subList(1, ref.terms().size()));
    return new Term.Ref(terms, ref.location());
  }

  private @Nullable IndexRef valid(Term.@Nullable Ref ref) {
    IndexRef found = ref == null ? null : IndexRef.of(ref);
    return found == null || isVirtual(found) ? null : found;
  }

  /// Whether rules define what stands there, or something below it.
  private boolean isVirtual(IndexRef ref) {
    if (!ref.root().equals("data")) {
      return false;
    }
    DocumentNode node = root;
    for (Value part : ref.path()) {
      node = node.child(part);
      if (node == null) {
        return false;
      }
      if (node.rules() != null) {
        return true;
      }
    }
    return true;
  }

  /// Scalars, variables, and arrays of them.
  private static boolean isIndexable(Term term) {
    return switch (term) {
      case Term.Scalar s -> true;
      case Term.Var v -> true;
      case Term.ArrayTerm array ->
          array.items().stream()
              .allMatch(item -> item instanceof Term.Scalar || item instanceof Term.Var);
      default -> false;
    };
  }

  private void glob(List<Term> operands) {
    String delimiter = delimiter(operands.get(1));
    if (delimiter == null
        || !(operands.get(0) instanceof Term.Scalar(StringValue pattern, var place))
        || !(operands.get(2) instanceof Term.Var var)) {
      return;
    }
    Term parts = pattern(pattern.text(), delimiter);
    IndexRef ref = parts == null ? null : entries.resolve(var.name(), parameters);
    if (parts != null && ref != null) {
      entries.add(ref, parts, Kind.EQUAL, delimiter);
    }
  }

  private static @Nullable String delimiter(Term term) {
    if (!(term instanceof Term.ArrayTerm array)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (Term item : array.items()) {
      if (!(item instanceof Term.Scalar(StringValue string, var place))) {
        return null;
      }
      text.append(string.text());
    }
    return array.items().isEmpty() ? "." : text.toString();
  }

  /// The parts of a pattern of texts and lone asterisks, or null for another.
  private static @Nullable Term pattern(String pattern, String delimiter) {
    List<Term> parts = new ArrayList<>();
    for (String part : GlobParts.split(pattern, delimiter)) {
      if (part.equals("*")) {
        parts.add(ANY_PART);
      } else if (isPlain(part)) {
        parts.add(new Term.Scalar(StringValue.of(part), Location.NONE));
      } else {
        return null;
      }
    }
    return new Term.ArrayTerm(parts, Location.NONE);
  }

  private static boolean isPlain(String part) {
    boolean escaped = false;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '\\') {
        escaped = !escaped;
      } else {
        if (!escaped && "[?{*".indexOf(c) >= 0) {
          return false;
        }
        escaped = false;
      }
    }
    return true;
  }

  private void member(Term element, Term collection) {
    if (element instanceof Term.Var var) {
      IndexRef ref = entries.resolve(var.name(), parameters);
      if (ref != null) {
        memberOfConstant(ref, collection);
        return;
      }
    }
    // The element may be a constant, the collection a ref.
    Term value =
        element instanceof Term.Var var ? constants.getOrDefault(var.name(), var) : element;
    IndexRef ref =
        value instanceof Term.Var || value instanceof Term.Scalar ? refOf(collection) : null;
    if (ref != null) {
      entries.add(ref, value, value instanceof Term.Var ? Kind.EQUAL : Kind.MEMBER, null);
    }
  }

  private void memberOfConstant(IndexRef ref, Term collection) {
    Term constant =
        collection instanceof Term.Var var ? constants.getOrDefault(var.name(), var) : collection;
    List<Term> members =
        switch (constant) {
          case Term.ArrayTerm array -> array.items();
          case Term.SetTerm set -> Terms.sorted(set);
          case Term.ObjectTerm object ->
              Terms.sorted(object).stream().map(Term.Entry::value).toList();
          default -> List.of();
        };
    if (members.stream().noneMatch(Term.Var.class::isInstance)) {
      entries.addAlternatives(ref, members);
    }
  }

  /// The valid ref that a term is or stands for.
  private @Nullable IndexRef refOf(Term term) {
    return switch (term) {
      case Term.Ref ref -> valid(ref);
      case Term.Var var -> {
        IndexRef ref = entries.resolve(var.name(), parameters);
        // An argument is no root document.
        yield ref == null || ref.root().equals(IndexRef.ARGUMENTS) ? null : ref;
      }
      default -> null;
    };
  }

  private void affix(List<Term> operands, Kind kind) {
    IndexRef ref = refOf(operands.get(0));
    Term base = constant(operands.get(1));
    if (ref != null && isText(base)) {
      entries.add(ref, base, kind, null);
    }
  }

  private void anyAffix(List<Term> operands, Kind kind) {
    IndexRef ref = refOf(operands.get(0));
    Term base = constant(operands.get(1));
    if (ref == null) {
      return;
    }
    if (isText(base)) {
      entries.add(ref, base, kind, null);
      return;
    }
    List<Term> bases =
        switch (base) {
          case Term.ArrayTerm array -> array.items();
          case Term.SetTerm set -> Terms.sorted(set);
          default -> List.of();
        };
    if (!bases.isEmpty() && bases.stream().allMatch(IndexReader::isText)) {
      entries.addAffixes(ref, bases, kind);
    }
  }

  private Term constant(Term term) {
    return term instanceof Term.Var var ? constants.getOrDefault(var.name(), var) : term;
  }

  private static boolean isText(Term term) {
    return term instanceof Term.Scalar scalar && scalar.value() instanceof StringValue;
  }

  /// `data.groups.g1.members[input.subject]`: the last key must be one of the document before it.
  private boolean collectionKey(Term.Ref ref) {
    if (ref.terms().size() < 2
        || !(ref.head() instanceof Term.Var head)
        || !head.name().equals("data")) {
      return false;
    }
    IndexRef collection =
        valid(new Term.Ref(ref.terms().subList(0, ref.terms().size() - 1), ref.location()));
    IndexRef key = collection == null ? null : keyOf(ref.terms().getLast());
    if (collection == null || key == null || isVirtual(key)) {
      return false;
    }
    entries.addMembership(key, collection);
    return true;
  }

  private @Nullable IndexRef keyOf(Term term) {
    return switch (term) {
      case Term.Ref ref -> valid(ref);
      case Term.Var var -> entries.resolve(var.name(), parameters);
      default -> null;
    };
  }
}
