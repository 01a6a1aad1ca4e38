package ms.continuu.attest.operations.opa;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.SchemaFiles;
import ms.continuu.attest.operations.files.Timers;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.EvaluationRequest;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.check.CheckedQuery;
import ms.continuu.attest.rego.host.Cancellation;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.trace.Coverage;
import ms.continuu.attest.rego.trace.Profile;
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
  ///
  /// @param profileLimit how many lines of the profile are told; 0 for all
  /// @param profileOrder what they are sorted by; empty for no profile
  /// @param coverage the passes that explain what is not covered; null for no coverage
  public record Observed(
      Explanation explanation,
      boolean metrics,
      int profileLimit,
      List<String> profileOrder,
      @Nullable List<String> coverage) {}

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
    EvaluationReport first = evaluate.once();
    if (request.runs() <= 1) {
      return first;
    }
    List<SortedMap<String, Long>> timers = new ArrayList<>();
    List<List<Profile.Line>> profiles = new ArrayList<>();
    for (int run = 1; run <= request.runs(); run++) {
      EvaluationReport report = run == 1 ? first : evaluate.once();
      profiles.add(report.profile());
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
        aggregated(timers),
        List.of(),
        aggregatedProfile(profiles),
        first.coverage());
  }

  private static List<EvaluationReport.AggregatedLine> aggregatedProfile(
      List<List<Profile.Line>> profiles) {
    List<EvaluationReport.AggregatedLine> lines = new ArrayList<>();
    for (int i = 0; i < profiles.getFirst().size(); i++) {
      int line = i;
      long[] nanos =
          profiles.stream()
              .filter(profile -> line < profile.size())
              .mapToLong(profile -> profile.get(line).timeNanos())
              .toArray();
      lines.add(
          new EvaluationReport.AggregatedLine(Statistics.of(nanos), profiles.getFirst().get(i)));
    }
    return lines;
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

  /// The time that evaluation may take; loading and checking, which take a machine that has just
  /// started longer than OPA, do not count.
  private @Nullable Cancellation deadline() {
    if (request.timeout().isZero()) {
      return null;
    }
    long start = System.nanoTime();
    long nanos = request.timeout().toNanos();
    return Cancellation.when(() -> System.nanoTime() - start > nanos);
  }

  private EvaluationReport once() {
    Run run = new Run();
    List<Failure.Problem> problems = new ArrayList<>();
    List<Evaluation.Row> rows = List.of();
    int builtinProblems = 0;
    try {
      Evaluation evaluation = run.evaluate();
      Evaluation.Fault error = evaluation.error();
      rows = error == null ? evaluation.rows() : List.of();
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
    Observed observed = request.observed();
    return new EvaluationReport(
        rows,
        problems,
        builtinProblems,
        observed.explanation().select(run.events),
        observed.metrics() ? run.timers.nanos() : null,
        null,
        observed.profileOrder().isEmpty()
            ? List.of()
            : run.profile.lines(observed.profileLimit(), observed.profileOrder()),
        List.of(),
        observed.coverage() == null ? null : run.coverage.report(run.modules));
  }

  /// One answer, with what is observed on the way.
  private final class Run {
    private final Timers timers = new Timers();
    private final List<TraceEvent> events = new ArrayList<>();
    private final Profile profile = new Profile(System::nanoTime);
    private final Coverage coverage = new Coverage();
    private SortedMap<String, Module> modules = new TreeMap<>();

    Evaluation evaluate() throws Failure {
      Workspace workspace =
          Workspace.of(request.sources(), schemas, request.settings().strict(), timers);
      CheckedQuery query =
          request.query().check(workspace.program(), request.sources().language(), timers);
      Rego.PreparedQuery prepared = Rego.standard().load(workspace.program()).prepare(query);
      modules = workspace.modules();
      EvaluationRequest plain =
          EvaluationRequest.of(request.input(), workspace.data(), host)
              .withStrictBuiltinErrors(request.settings().strictBuiltinErrors())
              .withIndexing(request.settings().indexing())
              .withEarlyExit(request.settings().earlyExit())
              .withCancelled(deadline());
      EvaluationRequest observed =
          plain
              .withCollectBuiltinErrors(request.settings().showBuiltinErrors())
              .withTracers(tracers())
              .withPrints(prints);
      Evaluation evaluation = timers.time("rego_query_eval", () -> prepared.run(observed));
      if (evaluation.error() == null) {
        passes(prepared, plain);
      }
      return evaluation;
    }

    private List<Tracer> tracers() {
      List<Tracer> tracers = new ArrayList<>();
      if (request.observed().explanation() != Explanation.OFF) {
        tracers.add(events::add);
      }
      if (!request.observed().profileOrder().isEmpty()) {
        tracers.add(profile);
      }
      if (request.observed().coverage() != null) {
        tracers.add(coverage);
      }
      return tracers;
    }

    /// Runs again without an optimisation, to tell why something is not covered.
    private void passes(Rego.PreparedQuery prepared, EvaluationRequest plain) {
      List<String> kinds = request.observed().coverage();
      if (kinds == null) {
        return;
      }
      for (String kind : List.of("index_excluded", "early_exit")) {
        if (!kinds.contains(kind)) {
          continue;
        }
        Coverage further = new Coverage();
        coverage.addRun(kind, further);
        EvaluationRequest pass = plain.withTracers(List.of(further));
        prepared.run(
            kind.equals("early_exit") ? pass.withEarlyExit(false) : pass.withIndexing(false));
      }
    }
  }
}
