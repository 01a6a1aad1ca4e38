package ms.continuu.attest.operations.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// Tells which policy a test in Rego is about: the one whose package it stands in, with or without
/// `_test`; else the first that the rule mentions; else the only one that its file mentions.
final class TestOwners {
  private final List<PolicyDescription> policies;
  private final Map<String, Module> modules;
  private final Map<String, Map<String, Pattern>> mentions = new LinkedHashMap<>();

  /// @param modules as they were parsed, by the names of their files
  TestOwners(List<PolicyDescription> policies, Map<String, Module> modules) {
    this.policies = policies;
    this.modules = modules;
  }

  /// The name of the policy that a rule tests, or of its own package when it is about none.
  String of(Rule test) {
    Module module = modules.get(test.location().file());
    if (module == null) {
      return "";
    }
    String own = name(module.packageDeclaration().path());
    String tested = own.endsWith("_test") ? own.substring(0, own.length() - 5) : own;
    if (policies.stream().anyMatch(policy -> policy.id().name().equals(tested))) {
      return tested;
    }
    Map<String, Pattern> names =
        mentions.computeIfAbsent(module.source().name(), file -> mentions(module));
    String first = first(names, text(test, module));
    if (first != null) {
      return first;
    }
    List<String> all = all(names, module.source().text());
    return all.size() == 1 ? all.getFirst() : own;
  }

  /// How the text of a module can mention each policy: in full, or through an import of its package
  /// or of one above.
  private Map<String, Pattern> mentions(Module module) {
    Map<String, Pattern> mentions = new LinkedHashMap<>();
    for (PolicyDescription policy : policies) {
      String name = policy.id().name();
      List<String> forms = new ArrayList<>(List.of("data." + name));
      for (Module.Import imported : module.imports()) {
        String path = name(imported.path());
        Term.Var alias = imported.alias();
        String called = alias == null ? path.substring(path.lastIndexOf('.') + 1) : alias.name();
        if (!path.isEmpty() && name.equals(path)) {
          forms.add(called);
        } else if (!path.isEmpty() && name.startsWith(path + ".")) {
          forms.add(called + name.substring(path.length()));
        }
      }
      String either = String.join("|", forms.stream().map(Pattern::quote).toList());
      mentions.put(name, Pattern.compile("(?<![\\w.\"])(?:" + either + ")(?![\\w\"])"));
    }
    return mentions;
  }

  private static @Nullable String first(Map<String, Pattern> names, String text) {
    String first = null;
    int at = Integer.MAX_VALUE;
    for (Map.Entry<String, Pattern> name : names.entrySet()) {
      Matcher matcher = name.getValue().matcher(text);
      if (matcher.find() && matcher.start() < at) {
        at = matcher.start();
        first = name.getKey();
      }
    }
    return first;
  }

  private static List<String> all(Map<String, Pattern> names, String text) {
    return names.entrySet().stream()
        .filter(name -> name.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The text from a rule as far as the next.
  private static String text(Rule rule, Module module) {
    SourceFile source = module.source();
    int start = source.offset(rule.location().row(), 1);
    int end = source.text().length();
    for (Rule other : module.rules()) {
      int at = source.offset(other.location().row(), 1);
      if (at > start && at < end) {
        end = at;
      }
    }
    return source.text().substring(start, end);
  }

  /// A path without `data`, joined by dots.
  private static String name(Term.Ref path) {
    List<String> parts = new ArrayList<>();
    for (Term part : path.terms().subList(1, path.terms().size())) {
      parts.add(
          part instanceof Term.Scalar scalar && scalar.value() instanceof StringValue text
              ? text.text()
              : part.toString());
    }
    return String.join(".", parts);
  }
}
