package ms.continuu.attest.operations.opa;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.trace.CoverageReport;
import ms.continuu.attest.rego.trace.Profile;
import ms.continuu.attest.rego.trace.TraceEvent;
import org.jspecify.annotations.Nullable;

/// What an evaluation found, and what was observed on the way.
///
/// @param builtinProblems how many of the problems are faults of built-ins that the run survived
/// @param explanation the events that were asked for
/// @param timers null when not asked for
/// @param aggregated statistics of the timers over several runs, instead of them; null for one run
/// @param profile the lines that took most, when asked for
/// @param aggregatedProfile the same over several runs, instead of it
/// @param coverage null when not asked for
public record EvaluationReport(
    List<Evaluation.Row> rows,
    List<Failure.Problem> problems,
    int builtinProblems,
    List<TraceEvent> explanation,
    @Nullable SortedMap<String, Long> timers,
    @Nullable SortedMap<String, Map<String, Double>> aggregated,
    List<Profile.Line> profile,
    List<AggregatedLine> aggregatedProfile,
    @Nullable CoverageReport coverage) {

  /// What a line took over several runs.
  public record AggregatedLine(Map<String, Double> nanos, Profile.Line first) {}

  public EvaluationReport {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
    explanation = List.copyOf(explanation);
    profile = List.copyOf(profile);
    aggregatedProfile = List.copyOf(aggregatedProfile);
  }
}
