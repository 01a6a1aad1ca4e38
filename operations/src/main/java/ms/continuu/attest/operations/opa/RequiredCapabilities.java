package ms.continuu.attest.operations.opa;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.value.StringValue;

/// What a program needs of an engine: built-ins, keywords that it imports, features.
final class RequiredCapabilities {
  private static final String TEMPLATE = "internal.template_string";

  private RequiredCapabilities() {}

  static Capabilities of(CheckedProgram program) {
    Set<String> names = program.requiredBuiltins();
    TreeSet<String> keywords = new TreeSet<>();
    TreeSet<String> features = new TreeSet<>();
    for (Module module : program.parsed().values()) {
      addImports(module, keywords, features);
      addFeatures(module, features);
    }
    List<BuiltinDeclaration> builtins = new ArrayList<>();
    for (String name : names) {
      BuiltinDeclaration builtin = Capabilities.builtin(name);
      if (builtin != null) {
        builtins.add(builtin.minimal());
      }
    }
    if (names.contains(TEMPLATE)) {
      features.add(Capabilities.TEMPLATE_STRINGS);
    }
    return new Capabilities(
        builtins, List.copyOf(keywords), List.of(), List.copyOf(features), null);
  }

  private static void addImports(
      Module module, TreeSet<String> keywords, TreeSet<String> features) {
    boolean v0 = module.version() == RegoVersion.V0 || module.version() == RegoVersion.V0_COMPAT_V1;
    List<String> importable = Capabilities.current(module.version()).futureKeywords();
    for (Module.Import statement : module.imports()) {
      String path = dotted(statement.path());
      if (path.equals("rego.v1") && v0) {
        features.add(Capabilities.REGO_V1_IMPORT);
      } else if (path.equals("rego.v2") && module.version() != RegoVersion.V2) {
        features.add(Capabilities.REGO_V2_IMPORT);
      } else if (path.equals("future.keywords")) {
        keywords.addAll(importable);
      } else if (path.startsWith("future.keywords.")) {
        String keyword = path.substring("future.keywords.".length());
        if (importable.contains(keyword)) {
          keywords.add(keyword);
        }
      }
    }
  }

  /// The path as it is written, keywords too, which the text of a ref would put in brackets.
  private static String dotted(Term.Ref path) {
    return path.terms().stream()
        .map(term ->
            term instanceof Term.Scalar(StringValue name, var _) ? name.text() : TermText.of(term))
        .collect(Collectors.joining("."));
  }

  private static void addFeatures(Module module, TreeSet<String> features) {
    switch (module.version()) {
      case V2 -> features.add(Capabilities.REGO_V2);
      case V1 -> features.add(Capabilities.REGO_V1);
      case V0, V0_COMPAT_V1 -> {
        for (Rule rule : module.rules()) {
          List<Term> ref = rule.head().ref().terms();
          if (ref.size() >= 3) {
            boolean constant = ref.stream().skip(1).allMatch(Terms::isConstant);
            features.add(
                constant
                    ? Capabilities.RULE_HEAD_REF_STRING_PREFIXES
                    : Capabilities.RULE_HEAD_REFS);
          }
        }
      }
    }
  }
}
