package ms.continuu.attest.rego.interpret;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.ir.Program;
import ms.continuu.attest.rego.runtime.BaseDocuments;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.rego.runtime.Trail;
import ms.continuu.attest.rego.runtime.VirtualCache;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The state of one run, and the parts that carry it out.
final class Machine {
  final Program program;
  final RunOptions options;
  final BaseDocuments documents;
  final VirtualCache cache;
  final Trail trail = new Trail();
  final Budget budget;
  final boolean tracing;

  /// The order of all that happens is OPA's: what comes behind a rule is evaluated from within it.
  /// Otherwise a rule is evaluated to its end first, which is faster.
  final boolean nested;

  final TraceRecorder trace;
  final List<EvaluationError> builtinErrors = new ArrayList<>();

  final RuleLookup lookup = new RuleLookup(this);
  final Bodies bodies = new Bodies(this);
  final ToldUnification told = new ToldUnification(this);
  final Unification unification = new Unification(this);
  final References references = new References(this);
  final VirtualDocuments virtual = new VirtualDocuments(this);
  final CompleteRules complete = new CompleteRules(this);
  final Functions functions = new Functions(this);
  final PartialRules partial = new PartialRules(this);
  final Calls calls = new Calls(this);
  final Closures closures = new Closures(this);
  final Modifiers modifiers = new Modifiers(this);

  @Nullable Value input;
  @Nullable Mock mocks;
  long nextQuery;

  /// Each unification is told.
  final boolean telling;

  /// The value at hand is that of a document as a whole, which OPA unifies the other way round.
  boolean reversed;

  /// The world outside was asked for something.
  boolean effects;

  Machine(Program program, RunOptions options, boolean exact) {
    this.program = program;
    this.options = options;
    documents = new BaseDocuments(options.data());
    cache = new VirtualCache(program.ruleSets().size());
    budget = new Budget(options);
    tracing = !options.tracers().isEmpty();
    nested = exact;
    trace = new TraceRecorder(this, options.tracers());
    telling = tracing && trace.tellsUnifications();
    input = options.input();
  }
}
