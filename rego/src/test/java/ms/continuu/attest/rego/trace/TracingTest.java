package ms.continuu.attest.rego.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ms.continuu.attest.rego.interpret.Runs;
import ms.continuu.attest.rego.interpret.Runs.Setting;
import org.junit.jupiter.api.Test;

class TracingTest {
  private static String trace(Setting setting, String query) {
    List<TraceEvent> events = new ArrayList<>();
    setting.run(query, request -> request.withTracers(List.of(events::add)));
    events.removeIf(event -> event.op() == TraceEvent.Op.UNIFY);
    return PrettyTrace.text(events);
  }

  @Test
  void unificationsAreEventsToo() {
    List<TraceEvent> events = new ArrayList<>();
    Setting.of("p if [1, input.x] == [1, 2]")
        .withInput("{\"x\": 2}")
        .run("data.t.p", request -> request.withTracers(List.of(events::add)));
    assertThat(PrettyTrace.text(events)).contains("| | Unify __local0__ = input.x");
  }

  @Test
  void eventsAreThoseOfOpa() {
    assertThat(trace(Setting.of("p if {\n  some x in [1, 2]\n  x == 2\n}"), "data.t.p"))
        .isEqualTo(
            """
            query:1      Enter data.t.p = _
            query:1      | Eval data.t.p = _
            query:1      | Index data.t.p (matched 1 rule, early exit)
            m.rego:2     | Enter data.t.p
            m.rego:3     | | Eval __local3__ = [1, 2]
            m.rego:3     | | Eval x = __local3__[__local0__]
            m.rego:4     | | Eval x = 2
            m.rego:4     | | Fail x = 2
            m.rego:3     | | Redo x = __local3__[__local0__]
            m.rego:4     | | Eval x = 2
            m.rego:2     | | Exit data.t.p early
            query:1      | Exit data.t.p = _
            query:1      Redo data.t.p = _
            query:1      | Redo data.t.p = _
            m.rego:2     | Redo data.t.p
            m.rego:4     | | Redo x = 2
            m.rego:3     | | Redo x = __local3__[__local0__]
            m.rego:3     | | Redo __local3__ = [1, 2]
            """);
  }

  @Test
  void variablesAreShownWhenAskedFor() {
    List<TraceEvent> events = new ArrayList<>();
    Setting.of("p := y if y := 1")
        .run("data.t.p", request -> request.withTracers(List.of(events::add)));
    assertThat(PrettyTrace.textWithVariables(events))
        .contains("| Exit data.t.p                     {y: 1}");
  }

  @Test
  void anIndexTellsHowManyRulesMayHold() {
    Setting setting =
        Setting.of(
            """
            p := 1 if input.x == "a"
            p := 2 if input.x in {"a", "b"}
            p := 3 if startswith(input.x, "c")
            p := 4 if glob.match("c*", ["/"], input.x)
            p := 5 if { input.x == "a"; input.y }
            """);
    assertThat(trace(setting.withInput("{\"x\": \"b\"}"), "data.t.p"))
        .contains("Index data.t.p (matched 2 rules)");
    assertThat(trace(setting.withInput("{}"), "data.t.p")).contains("(matched 0 rules");
  }

  @Test
  void coverageTellsWhatWasEvaluated() {
    Coverage coverage = new Coverage();
    String module = "p if {\n  input.x\n  input.y\n}\nq := 1";
    Setting.of(module)
        .withInput("{\"x\": 1}")
        .run("data.t.p", request -> request.withTracers(List.of(coverage)).withIndexing(false));
    CoverageReport report = coverage.report(Runs.program(module).parsed());
    CoverageReport.FileCoverage file = Objects.requireNonNull(report.files().get("m.rego"));
    assertThat(file.covered()).extracting(CoverageReport.Range::startRow).containsExactly(3, 4);
    assertThat(file.notCovered())
        .extracting(CoverageReport.Range::startRow)
        .containsExactly(2, 6, 6);
  }

  @Test
  void aProfileCountsEvaluationsAndRedos() {
    long[] clock = {0};
    Profile profile = new Profile(() -> clock[0]++);
    Setting.of("p if {\n  some x in [1, 2, 3]\n  x == 4\n}")
        .run("data.t.p", request -> request.withTracers(List.of(profile)));
    Profile.Line busiest = profile.lines(1, List.of("num_eval")).getFirst();
    assertThat(busiest.location().row()).isEqualTo(4);
    assertThat(busiest.evaluations()).isEqualTo(3);
  }
}
