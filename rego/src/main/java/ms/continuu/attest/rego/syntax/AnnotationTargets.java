package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// What the annotations of a module are about: the statement below each.
public final class AnnotationTargets {
  private final List<Target> targets = new ArrayList<>();

  private AnnotationTargets(Module module) {
    targets.add(new PackageTarget(module.packageDeclaration()));
    module.imports().forEach(statement -> targets.add(new ImportTarget(statement)));
    module.rules().forEach(rule -> targets.add(new RuleTarget(rule)));
    targets.sort(Comparator.comparingInt(target -> target.location().row()));
  }

  public static AnnotationTargets of(Module module) {
    return new AnnotationTargets(module);
  }

  /// A statement that annotations may stand above.
  public sealed interface Target {
    Location location();
  }

  /// A package declaration.
  public record PackageTarget(Module.Package declaration) implements Target {
    @Override
    public Location location() {
      return declaration.location();
    }
  }

  /// An import, which takes no annotations.
  public record ImportTarget(Module.Import declaration) implements Target {
    @Override
    public Location location() {
      return declaration.location();
    }
  }

  /// A rule.
  public record RuleTarget(Rule rule) implements Target {
    @Override
    public Location location() {
      return rule.location();
    }

    /// The ref of the rule up to its first variable, as text.
    public String path() {
      return TermText.ofRef(Terms.groundPrefix(rule.head().ref().terms()));
    }
  }

  /// The statement below annotations; null when there is none.
  public @Nullable Target below(Annotations annotations) {
    int row = annotations.location().row();
    int low = 0;
    int high = targets.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (targets.get(middle).location().row() <= row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < targets.size() ? targets.get(low) : null;
  }

  /// The module with its annotations' scopes known and its rules annotated.
  static Parsed<Module> attach(Module module) {
    AnnotationTargets targets = of(module);
    List<Diagnostic> errors = new ArrayList<>();
    List<Annotations> annotations = new ArrayList<>();
    for (Annotations one : module.annotations()) {
      Target target = targets.below(one);
      Annotations scoped = one.withScope(scope(one, target));
      annotations.add(scoped);
      checkScope(scoped, target, errors);
      boolean entrypointScope =
          scoped.scope().equals("document") || scoped.scope().equals("package");
      if (scoped.entrypoint() && !entrypointScope) {
        error(
            errors,
            scoped,
            "annotation entrypoint applied to non-document or package scope '"
                + scoped.scope()
                + "'");
      }
    }
    return errors.isEmpty()
        ? new Parsed<>(annotated(module, annotations, targets), List.of())
        : new Parsed<>(null, errors);
  }

  private static void error(List<Diagnostic> errors, Annotations at, String message) {
    errors.add(Diagnostic.error("rego_parse_error", message, at.location()));
  }

  /// `import` is no valid scope; the check says so.
  private static String scope(Annotations annotations, @Nullable Target target) {
    if (!annotations.scope().isEmpty()) {
      return annotations.scope();
    }
    return switch (target) {
      case RuleTarget r -> annotations.entrypoint() ? "document" : "rule";
      case PackageTarget p -> "package";
      case ImportTarget i -> "import";
      case null -> "";
    };
  }

  private static void checkScope(
      Annotations annotations, @Nullable Target target, List<Diagnostic> errors) {
    String scope = annotations.scope();
    boolean ofRule = scope.equals("rule") || scope.equals("document");
    boolean ofPackage = scope.equals("package") || scope.equals("subpackages");
    if (!ofRule && !ofPackage) {
      error(
          errors,
          annotations,
          "invalid annotation scope '"
              + scope
              + "'. Use one of 'rule', 'document', 'package', or 'subpackages'");
      return;
    }
    if (ofRule ? !(target instanceof RuleTarget) : !(target instanceof PackageTarget)) {
      String have =
          switch (target) {
            case RuleTarget r -> " (have rule)";
            case PackageTarget p -> " (have package)";
            case ImportTarget i -> " (have import)";
            case null -> "";
          };
      error(
          errors,
          annotations,
          "annotation scope '"
              + scope
              + "' must be applied to "
              + (ofRule ? "rule" : "package")
              + have);
    }
  }

  /// Every rule has the document's annotations for its path, and the rule's above it that no
  /// earlier rule claimed; it claims the last of those.
  private static Module annotated(
      Module module, List<Annotations> annotations, AnnotationTargets targets) {
    Map<String, List<Annotations>> byPath = new HashMap<>();
    for (Annotations one : annotations) {
      boolean ofRule = one.scope().equals("rule") || one.scope().equals("document");
      if (ofRule && targets.below(one) instanceof RuleTarget target) {
        byPath.computeIfAbsent(target.path(), path -> new ArrayList<>()).add(one);
      }
    }
    List<Rule> rules = new ArrayList<>(module.rules().size());
    for (Rule rule : module.rules()) {
      List<Annotations> candidates =
          byPath.isEmpty() ? null : byPath.get(new RuleTarget(rule).path());
      rules.add(candidates == null ? rule : rule.withAnnotations(claim(rule, candidates)));
    }
    return new Module(
        module.source(),
        module.version(),
        module.packageDeclaration(),
        module.imports(),
        rules,
        annotations,
        module.comments());
  }

  private static List<Annotations> claim(Rule rule, List<Annotations> candidates) {
    List<Annotations> own = new ArrayList<>();
    int claimed = -1;
    for (int i = 0; i < candidates.size(); i++) {
      Annotations one = candidates.get(i);
      if (one.scope().equals("document")) {
        own.add(one);
      } else if (one.location().row() < rule.location().row()) {
        own.add(one);
        claimed = i;
      }
    }
    if (claimed >= 0) {
      candidates.remove(claimed);
    }
    return own;
  }
}
