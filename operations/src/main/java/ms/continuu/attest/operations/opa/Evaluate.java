package ms.continuu.attest.operations.opa;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.SchemaFiles;
import ms.continuu.attest.operations.files.Timers;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.EvaluationRequest;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.check.CheckedQuery;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.trace.TraceEvent;
import ms.continuu.attest.rego.trace.Tracer;
import ms.continuu.attest.rego.types.Schemas;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Answers a query: what is `data.x.y` for this input?
public final class Evaluate {
  private final Request request;
  private final Host host;
  private final EvaluationRequest.PrintSink prints;
  private final @Nullable Schemas schemas;

  /// A query with all that it is answered with.
  ///
  /// @param input null for undefined
  /// @param runs how often it is answered, for statistics
  /// @param timeout [Duration#ZERO] for none
  public record Request(
      Query query,
      Sources sources,
      @Nullable Value input,
      Settings settings,
      Observed observed,
      Duration timeout,
      int runs) {}

  /// How the engine works.
  public record Settings(
      boolean strict,
      boolean strictBuiltinErrors,
      boolean showBuiltinErrors,
      boolean indexing,
      boolean earlyExit) {}

  /// What is wanted besides the answer.
  public record Observed(Explanation explanation, boolean metrics) {}

  private Evaluate(
      Request request, Host host, EvaluationRequest.PrintSink prints, @Nullable Schemas schemas) {
    this.request = request;
    this.host = host;
    this.prints = prints;
    this.schemas = schemas;
  }

  /// Evaluates. What is wrong with policies, query or run stands in the report.
  ///
  /// @throws Failure when it could not begin
  public static EvaluationReport run(Request request, Host host, EvaluationRequest.PrintSink prints)
      throws Failure {
    Schemas schemas = SchemaFiles.read(request.sources().schema());
    Evaluate evaluate = new Evaluate(request, host, prints, schemas);
    long start = System.nanoTime();
    BooleanSupplier expired = evaluate.deadline(start);
    EvaluationReport first = evaluate.once(expired);
    if (request.runs() <= 1) {
      return first;
    }
    List<SortedMap<String, Long>> timers = new ArrayList<>();
    for (int run = 1; run <= request.runs(); run++) {
      EvaluationReport report = run == 1 ? first : evaluate.once(expired);
      SortedMap<String, Long> measured = report.timers();
      if (measured != null) {
        timers.add(measured);
      }
    }
    return new EvaluationReport(
        first.rows(),
        first.problems(),
        first.builtinProblems(),
        first.explanation(),
        null,
        aggregated(timers));
  }

  private static SortedMap<String, Map<String, Double>> aggregated(
      List<SortedMap<String, Long>> runs) {
    TreeMap<String, Map<String, Double>> all = new TreeMap<>();
    if (!runs.isEmpty()) {
      for (String name : runs.getFirst().keySet()) {
        long[] values = runs.stream().mapToLong(run -> run.getOrDefault(name, 0L)).toArray();
        all.put(name, Statistics.of(values));
      }
    }
    return all;
  }

  private @Nullable BooleanSupplier deadline(long start) {
    if (request.timeout().isZero()) {
      return null;
    }
    long nanos = request.timeout().toNanos();
    return () -> System.nanoTime() - start > nanos;
  }

  private EvaluationReport once(@Nullable BooleanSupplier expired) {
    Timers timers = new Timers();
    List<TraceEvent> events = new ArrayList<>();
    List<Failure.Problem> problems = new ArrayList<>();
    List<Evaluation.Row> rows = List.of();
    int builtinProblems = 0;
    try {
      Evaluation evaluation = evaluate(timers, events, expired);
      rows = evaluation.error() == null ? evaluation.rows() : List.of();
      Evaluation.Fault error = evaluation.error();
      if (error != null) {
        problems.add(Failure.Problem.of(error));
      }
      if (request.settings().showBuiltinErrors()) {
        builtinProblems = evaluation.builtinErrors().size();
        evaluation.builtinErrors().forEach(fault -> problems.add(Failure.Problem.of(fault)));
      }
    } catch (Failure failure) {
      problems.addAll(failure.problems());
    }
    return new EvaluationReport(
        rows,
        problems,
        builtinProblems,
        request.observed().explanation().select(events),
        request.observed().metrics() ? timers.nanos() : null,
        null);
  }

  private Evaluation evaluate(
      Timers timers, List<TraceEvent> events, @Nullable BooleanSupplier expired) throws Failure {
    Workspace workspace =
        Workspace.of(request.sources(), schemas, request.settings().strict(), timers);
    CheckedQuery query =
        request.query().check(workspace.program(), request.sources().language(), timers);
    Rego.PreparedQuery prepared = Rego.standard().load(workspace.program()).prepare(query);
    List<Tracer> tracers =
        request.observed().explanation() == Explanation.OFF ? List.of() : List.of(events::add);
    EvaluationRequest run =
        EvaluationRequest.of(request.input(), workspace.data(), host)
            .withStrictBuiltinErrors(request.settings().strictBuiltinErrors())
            .withCollectBuiltinErrors(request.settings().showBuiltinErrors())
            .withIndexing(request.settings().indexing())
            .withEarlyExit(request.settings().earlyExit())
            .withTracers(tracers)
            .withPrints(prints)
            .withCancelled(expired);
    return timers.time("rego_query_eval", () -> prepared.run(run));
  }
}
