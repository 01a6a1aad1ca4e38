package ms.continuu.attest.rego.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.EvaluationRequest;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.check.CheckedQuery;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.QueryOptions;
import ms.continuu.attest.rego.host.Cancellation;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.testing.TestRules.TestRule;
import ms.continuu.attest.rego.trace.Coverage;
import ms.continuu.attest.rego.trace.TraceEvent;
import ms.continuu.attest.rego.trace.Tracer;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Runs the tests of a program. Tests know nothing of one another.
public final class TestRunner {
  private static final String EARLY_EXIT = "early_exit";

  private final Rego.Policies policies;
  private final ObjectValue data;
  private final Host host;
  private final Settings settings;
  private final LongSupplier nanos;
  private final Map<String, Coverage> furtherRuns = new LinkedHashMap<>();

  /// How tests are run.
  ///
  /// @param pattern which tests are run
  /// @param timeout when a test is stopped
  /// @param traced all events are recorded, not only the begin of cases
  /// @param prints `print` calls are recorded
  /// @param parallel how many tests may run at once
  /// @param coverage what tests come to is noted here, test by test; null for not
  /// @param coverageRuns which further runs explain what is not covered
  public record Settings(
      NamePattern pattern,
      Duration timeout,
      boolean traced,
      boolean prints,
      int parallel,
      @Nullable Coverage coverage,
      List<String> coverageRuns) {
    public Settings {
      coverageRuns = List.copyOf(coverageRuns);
    }
  }

  /// A runner.
  ///
  /// @param nanos the clock that durations are measured with
  public TestRunner(
      Rego.Policies policies, ObjectValue data, Host host, Settings settings, LongSupplier nanos) {
    this.policies = policies;
    this.data = data;
    this.host = host;
    this.settings = settings;
    this.nanos = nanos;
    Coverage coverage = settings.coverage();
    if (coverage != null) {
      for (String kind : List.of("index_excluded", EARLY_EXIT)) {
        if (settings.coverageRuns().contains(kind)) {
          Coverage further = new Coverage();
          furtherRuns.put(kind, further);
          coverage.addRun(kind, further);
        }
      }
    }
  }

  /// Runs all tests and returns their results in the order of the tests.
  public List<TestResult> run() {
    return run(rule -> true);
  }

  /// Runs the tests whose rules are wanted.
  public List<TestResult> run(Predicate<Rule> wanted) {
    List<TestRule> tests = new ArrayList<>();
    for (TestRule test : TestRules.of(policies.program())) {
      if (settings.pattern().chooses(test.query()) && wanted.test(test.rule())) {
        tests.add(test);
      }
    }
    boolean together = settings.parallel() > 1 && settings.coverage() == null && tests.size() > 1;
    IntStream indexes = IntStream.range(0, tests.size());
    return (together ? indexes.parallel() : indexes).mapToObj(i -> run(tests.get(i))).toList();
  }

  private TestResult run(TestRule test) {
    if (test.isSkipped()) {
      return result(test, TestResult.Outcome.SKIPPED, null, 0, List.of(), "", new TreeMap<>());
    }
    StringBuilder output = new StringBuilder();
    List<TraceEvent> trace = new ArrayList<>();
    List<Tracer> tracers = new ArrayList<>();
    if (settings.coverage() != null) {
      tracers.add(settings.coverage());
    }
    if (settings.traced()) {
      tracers.add(trace::add);
    } else if (test.hasCases()) {
      tracers.add(event -> {
        if (event.op() == TraceEvent.Op.TEST_CASE) {
          trace.add(event);
        }
      });
    }
    long start = nanos.getAsLong();
    EvaluationRequest plain =
        EvaluationRequest.of(null, data, host)
            .withCancelled(
                Cancellation.when(() -> nanos.getAsLong() - start > settings.timeout().toNanos()));
    EvaluationRequest request = plain.withTracers(tracers);
    if (settings.prints()) {
      request = request.withPrints((place, text) -> output.append(text).append('\n'));
    }
    Rego.PreparedQuery query = prepare(test);
    Evaluation evaluation = query.run(request);
    if (evaluation.error() == null) {
      furtherRuns(query, plain);
    }
    long took = nanos.getAsLong() - start;
    SortedMap<String, CaseResult> cases = new TreeMap<>(Utf8::compare);
    TestResult.Outcome outcome = outcome(test, evaluation, trace, cases);
    return result(test, outcome, evaluation.error(), took, trace, output.toString(), cases);
  }

  /// Runs again without an optimisation, to tell why something is not covered.
  private void furtherRuns(Rego.PreparedQuery query, EvaluationRequest plain) {
    for (Map.Entry<String, Coverage> further : furtherRuns.entrySet()) {
      EvaluationRequest run = plain.withTracers(List.of(further.getValue()));
      query.run(
          further.getKey().equals(EARLY_EXIT) ? run.withEarlyExit(false) : run.withIndexing(false));
    }
  }

  /// Makes the query of a test runnable.
  private Rego.PreparedQuery prepare(TestRule test) {
    Parsed<Body> parsed =
        Parser.body(new SourceFile("", test.query()), ParseOptions.of(RegoVersion.V1));
    Body body = parsed.tree();
    Compilation.Query compiled =
        body == null
            ? new Compilation.Query(null, parsed.diagnostics())
            : Compilation.ofQuery(policies.program(), body, QueryOptions.DEFAULT);
    CheckedQuery query = compiled.query();
    if (query == null) {
      throw new IllegalStateException(test.query() + ": " + compiled.diagnostics());
    }
    return policies.prepare(query);
  }

  private static TestResult result(
      TestRule test,
      TestResult.Outcome outcome,
      Evaluation.@Nullable Fault error,
      long nanos,
      List<TraceEvent> trace,
      String output,
      SortedMap<String, CaseResult> cases) {
    return new TestResult(
        test.rule().location(),
        test.packageName(),
        test.name(),
        outcome,
        error,
        nanos,
        trace,
        output,
        Collections.unmodifiableSortedMap(cases));
  }

  private static TestResult.Outcome outcome(
      TestRule test,
      Evaluation evaluation,
      List<TraceEvent> trace,
      SortedMap<String, CaseResult> cases) {
    if (evaluation.error() != null) {
      return TestResult.Outcome.ERROR;
    }
    if (evaluation.rows().isEmpty()) {
      return TestResult.Outcome.FAIL;
    }
    Value value = evaluation.rows().getFirst().expressions().getFirst().value();
    boolean failed =
        test.hasCases() ? collectCases(value, trace, cases) : value != BooleanValue.TRUE;
    return failed ? TestResult.Outcome.FAIL : TestResult.Outcome.PASS;
  }

  /// Cases with a result, and those that were begun and have none.
  private static boolean collectCases(
      Value value, List<TraceEvent> trace, SortedMap<String, CaseResult> cases) {
    boolean failed = collectResults(value, cases);
    List<String> begun = null;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.get(i).op() == TraceEvent.Op.TEST_CASE) {
        if (begun != null) {
          failed |= CaseResult.begun(cases, begun, 0, trace.subList(0, i));
        }
        begun = caseNames(trace.get(i));
      }
    }
    if (begun != null) {
      failed |= CaseResult.begun(cases, begun, 0, trace);
    }
    return failed;
  }

  private static boolean collectResults(Value value, SortedMap<String, CaseResult> cases) {
    boolean failed = false;
    if (value instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        String name = text(object.keyAt(i));
        CaseResult result = caseResult(name, object.valueAt(i));
        cases.put(name, result);
        failed |= result.failed();
      }
    }
    return failed;
  }

  private static CaseResult caseResult(String name, Value value) {
    if (value instanceof ObjectValue below) {
      SortedMap<String, CaseResult> cases = new TreeMap<>(Utf8::compare);
      boolean failed = collectResults(below, cases);
      return new CaseResult(name, failed, cases);
    }
    return new CaseResult(name, value != BooleanValue.TRUE);
  }

  private static @Nullable List<String> caseNames(TraceEvent event) {
    if (!(event.node() instanceof Expr expr && expr.form() instanceof Expr.Call call)) {
      return null;
    }
    List<String> names = new ArrayList<>();
    Term path = call.operands().getFirst();
    if (path instanceof Term.Scalar scalar && scalar.value() instanceof ArrayValue array) {
      array.forEach(part -> names.add(text(part)));
    } else if (path instanceof Term.ArrayTerm array) {
      array.items().forEach(part -> names.add(text(part)));
    } else {
      return null;
    }
    return names;
  }

  private static String text(Term term) {
    return term instanceof Term.Scalar scalar ? text(scalar.value()) : "INVALID";
  }

  private static String text(Value value) {
    return value instanceof StringValue string ? string.text() : Json.text(value);
  }

  /// The runnable query of each test that would run, by name, for measuring.
  public List<Prepared> prepareAll() {
    List<Prepared> all = new ArrayList<>();
    for (TestRule test : TestRules.of(policies.program())) {
      if (settings.pattern().chooses(test.query())) {
        boolean skipped = test.isSkipped();
        all.add(new Prepared(test.rule(), test.query(), skipped ? null : prepare(test)));
      }
    }
    return all;
  }

  /// A test that can be run many times.
  ///
  /// @param query null for a test that is skipped
  public record Prepared(Rule rule, String name, Rego.@Nullable PreparedQuery query) {}
}
