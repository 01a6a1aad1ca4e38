package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.types.SchemaException;
import ms.continuu.attest.rego.types.Schemas;
import ms.continuu.attest.rego.types.Type;
import ms.continuu.attest.rego.types.TypeChecker;
import ms.continuu.attest.rego.types.TypeEnv;
import ms.continuu.attest.rego.types.TypeErrors;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// No expression is such that it can never hold for its types.
final class CheckTypes {
  private CheckTypes() {}

  /// The built-ins, and the type of `input` where a schema tells it.
  static TypeEnv environment(CompileOptions options, List<Diagnostic> errors) {
    Type input = null;
    Schemas schemas = options.schemas();
    Value schema = schemas == null ? null : schemas.ofInput();
    if (schema != null) {
      try {
        input = TypeChecker.typeOf(schema, options.capabilities().allowNet());
      } catch (SchemaException e) {
        errors.add(TypeErrors.plain(String.valueOf(e.getMessage()), Location.NONE));
      }
    }
    return TypeChecker.environment(options.capabilities().byName(), input);
  }

  static void in(ProgramDraft program) {
    List<RuleDraft> sorted = program.graph.sorted();
    if (sorted == null) {
      return;
    }
    TypeChecker.Checked checked = check(program, sorted, UnaryOperator.identity());
    if (!checked.errors().isEmpty()) {
      checked = check(program, sorted, program.places::moved);
    }
    program.errors.addRecoverable(checked.errors());
    program.types = checked.env();
    program.operators.addAll(checked.operators());
  }

  private static TypeChecker.Checked check(
      ProgramDraft program, List<RuleDraft> sorted, UnaryOperator<Rule> shown) {
    List<TypeChecker.TypedRule> rules = new ArrayList<>();
    boolean annotated = program.options.schemaAnnotations();
    for (RuleDraft rule : sorted) {
      rules.add(
          new TypeChecker.TypedRule(
              rule.path(),
              shown.apply(rule.current()),
              annotated ? program.annotations.schemasOf(rule) : List.of()));
    }
    return TypeChecker.checkRules(
        program.types,
        rules,
        settings(program, program.names.subjects(), List.of(program.rewritten)));
  }

  static TypeChecker.Checked inQuery(
      ProgramDraft program, Body query, Map<String, Term> subjects, Map<String, String> names) {
    return TypeChecker.checkBody(
        program.types, query, settings(program, subjects, List.of(names, program.rewritten)));
  }

  private static TypeChecker.Settings settings(
      ProgramDraft program, Map<String, Term> subjects, List<Map<String, String>> names) {
    @Nullable Schemas schemas = program.options.schemas();
    return new TypeChecker.Settings(
        schemas,
        program.options.capabilities().allowNet(),
        Shown.terms(subjects, names)::ref,
        ref -> program.graph.pathsAffectedBy(ref, program.rules),
        program.options.undefinedFunctions());
  }
}
