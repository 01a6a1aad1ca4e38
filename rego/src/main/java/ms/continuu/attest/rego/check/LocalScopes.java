package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// The variables of nested bodies: what each became, how it came to be known, and how often it was
/// met.
final class LocalScopes {

  /// How a variable came to be known in a body.
  enum Occurrence {
    NEW,
    PARAMETER,
    SEEN,
    ASSIGNED,
    DECLARED
  }

  /// The variables of one body.
  static final class Scope {
    final Map<String, String> names = new HashMap<>();
    final Map<String, Occurrence> occurrences = new HashMap<>();
    final Map<String, Integer> counts = new HashMap<>();
  }

  private final List<Scope> scopes = new ArrayList<>();

  /// What the user called a generated variable, over all bodies that were entered.
  final Map<String, String> rewritten = new HashMap<>();

  /// Variables that nothing uses, as errors.
  final List<Diagnostic> unused = new ArrayList<>();

  LocalScopes() {
    scopes.add(new Scope());
  }

  /// A copy of the outermost scope, to go on with on its own.
  LocalScopes copy() {
    LocalScopes copy = new LocalScopes();
    Scope to = copy.innermost();
    for (Scope from : scopes) {
      to.names.putAll(from.names);
      to.occurrences.putAll(from.occurrences);
      to.counts.putAll(from.counts);
    }
    copy.rewritten.putAll(rewritten);
    return copy;
  }

  void enter() {
    scopes.add(new Scope());
  }

  void leave() {
    scopes.removeLast();
  }

  Scope innermost() {
    return scopes.getLast();
  }

  void insert(String name, String becomes, Occurrence occurrence) {
    Scope scope = innermost();
    scope.names.put(name, becomes);
    scope.occurrences.put(name, occurrence);
    scope.counts.put(name, 1);
    if (!name.equals(becomes)) {
      rewritten.put(becomes, name);
    }
  }

  /// What a name became in the nearest body that knows it, or null.
  @Nullable String declared(String name) {
    for (Scope scope : scopes.reversed()) {
      String becomes = scope.names.get(name);
      if (becomes != null) {
        return becomes;
      }
    }
    return null;
  }

  /// How a name came to be known in the innermost body.
  Occurrence occurrence(String name) {
    return Objects.requireNonNullElse(innermost().occurrences.get(name), Occurrence.NEW);
  }

  /// How a name came to be known in the nearest body that knows it.
  Occurrence nearestOccurrence(String name) {
    for (Scope scope : scopes.reversed()) {
      Occurrence occurrence = scope.occurrences.get(name);
      if (occurrence != null) {
        return occurrence;
      }
    }
    return Occurrence.NEW;
  }

  void seen(String name) {
    for (Scope scope : scopes.reversed()) {
      if (scope.counts.computeIfPresent(name, (n, count) -> count + 1) != null) {
        return;
      }
    }
    innermost().counts.put(name, 1);
  }

  int count(String name) {
    for (Scope scope : scopes.reversed()) {
      Integer count = scope.counts.get(name);
      if (count != null) {
        return count;
      }
    }
    return 0;
  }
}
