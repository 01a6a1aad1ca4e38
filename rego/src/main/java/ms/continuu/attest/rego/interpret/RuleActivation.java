package ms.continuu.attest.rego.interpret;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.RuleCode;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The body of a rule being evaluated.
abstract class RuleActivation extends Activation {
  final RuleCode rule;

  RuleActivation(Activation caller, RuleCode rule) {
    super(caller.machine, caller, rule.body(), rule.layout());
    this.rule = rule;
  }

  /// Evaluates the body, and its end is traced by [#solved].
  @Nullable Exit run() {
    machine.budget.enter(rule.location());
    Exit exit = machine.bodies.run(this);
    machine.budget.leave();
    return exit;
  }

  /// What the head says the value is.
  final Value value() {
    Value constant = rule.constantValue();
    if (constant != null) {
      return constant;
    }
    return bound(rule.value());
  }

  /// The value of a pattern of the head, whose variables the body has bound.
  final Value bound(@Nullable Operand pattern) {
    Value value = pattern == null ? null : Patterns.value(pattern, slots);
    if (value == null) {
      throw new IllegalStateException("a variable of the head of " + rule.location() + " is free");
    }
    return value;
  }

  /// The ref of the rule's document, as far as it is constant.
  final Term.Ref ref() {
    List<Term> terms = new ArrayList<>();
    terms.add(new Term.Var("data", Location.NONE));
    for (Operand part : rule.path()) {
      if (!(part instanceof Operand.Constant(Value value))) {
        break;
      }
      terms.add(new Term.Scalar(value, Location.NONE));
    }
    return new Term.Ref(terms, Location.NONE);
  }

  final void traceEnter() {
    if (machine.tracing) {
      machine.trace.enter(this, rule.origin());
    }
  }

  final void traceExit() {
    if (machine.tracing) {
      machine.trace.exit(this, rule.origin());
    }
  }

  final void traceRedo() {
    if (machine.tracing) {
      machine.trace.redo(this, rule.origin());
    }
  }
}
