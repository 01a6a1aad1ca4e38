package ms.continuu.attest.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ms.continuu.attest.policy.host.JdkHost;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.EvaluationRequest;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.check.QueryOptions;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;

/// Warm evaluation of the [Workload]s in ATTEST and, where an `opa` is on the path, in `opa bench`,
/// with equal results checked: the time of one evaluation of a prepared query with a parsed input.
public final class Engines {
  private static final long WARM_UP_NANOS = 4_000_000_000L;
  private static final long MEASURED_NANOS = 3_000_000_000L;

  private Engines() {}

  /// Arguments: names of workloads; none for all.
  public static void main(String[] args) throws Exception {
    List<String> wanted = List.of(args);
    boolean opa = Commands.exists("opa");
    System.out.printf(Locale.ROOT, "%-16s %12s %12s %8s%n", "workload", "attest", "opa", "ratio");
    List<Double> ratios = new ArrayList<>();
    for (Workload workload : Workload.all()) {
      if (!wanted.isEmpty() && !wanted.contains(workload.name())) {
        continue;
      }
      double ours = attest(workload);
      if (!opa) {
        System.out.printf(Locale.ROOT, "%-16s %9.1f us%n", workload.name(), ours / 1000);
        continue;
      }
      double theirs = opa(workload);
      ratios.add(theirs / ours);
      System.out.printf(
          Locale.ROOT,
          "%-16s %9.1f us %9.1f us %7.2fx%n",
          workload.name(),
          ours / 1000,
          theirs / 1000,
          theirs / ours);
    }
    if (!ratios.isEmpty()) {
      double logarithms = ratios.stream().mapToDouble(Math::log).sum();
      System.out.printf(
          Locale.ROOT, "geometric mean %.2fx%n", Math.exp(logarithms / ratios.size()));
    } else {
      System.out.println("no `opa` on the path to compare with");
    }
  }

  private static double attest(Workload workload) throws Exception {
    Rego.PreparedQuery query = prepare(workload);
    EvaluationRequest request =
        EvaluationRequest.of(
            Json.parse(workload.input()),
            (ObjectValue) Json.parse(workload.data()),
            JdkHost.with(System.getenv()));
    String result = text(query.run(request));
    if (Commands.exists("opa")) {
      requireSame(workload, result);
    }
    repeat(query, request, WARM_UP_NANOS);
    return repeat(query, request, MEASURED_NANOS);
  }

  private static double repeat(Rego.PreparedQuery query, EvaluationRequest request, long nanos) {
    long start = System.nanoTime();
    long runs = 0;
    long rows = 0;
    while (System.nanoTime() - start < nanos) {
      for (int i = 0; i < 10; i++) {
        rows += query.run(request).rows().size();
      }
      runs += 10;
    }
    if (rows != runs) {
      throw new IllegalStateException("not one row a run");
    }
    return (double) (System.nanoTime() - start) / runs;
  }

  private static Rego.PreparedQuery prepare(Workload workload) {
    Module module =
        Parser.module(
                new SourceFile("bench.rego", workload.policy()), ParseOptions.of(RegoVersion.V1))
            .tree();
    Body body =
        Parser.body(new SourceFile("", workload.query()), ParseOptions.of(RegoVersion.V1)).tree();
    if (module == null || body == null) {
      throw new IllegalStateException(workload.name() + " does not parse");
    }
    Compilation compilation = Compilation.of(List.of(module), CompileOptions.DEFAULT);
    if (compilation.program() == null) {
      throw new IllegalStateException(workload.name() + ": " + compilation.diagnostics());
    }
    Compilation.Query checked =
        Compilation.ofQuery(compilation.program(), body, QueryOptions.DEFAULT);
    if (checked.query() == null) {
      throw new IllegalStateException(workload.name() + ": " + checked.diagnostics());
    }
    return Rego.standard().load(compilation.program()).prepare(checked.query());
  }

  private static String text(Evaluation evaluation) {
    if (evaluation.error() != null || evaluation.rows().size() != 1) {
      throw new IllegalStateException("no result: " + evaluation.error());
    }
    return Json.text(evaluation.rows().getFirst().expressions().getFirst().value());
  }

  private static Path written(Workload workload) throws IOException {
    Path folder = Files.createTempDirectory("attest-bench");
    Files.writeString(folder.resolve("policy.rego"), workload.policy());
    Files.writeString(folder.resolve("data.json"), workload.data());
    Files.writeString(folder.resolve("input.json"), workload.input());
    return folder;
  }

  private static void requireSame(Workload workload, String result)
      throws IOException, InterruptedException, JsonSyntaxException {
    Path folder = written(workload);
    String theirs =
        Commands.output(
            List.of(
                "opa",
                "eval",
                "-f",
                "raw",
                "-d",
                folder.resolve("policy.rego").toString(),
                "-d",
                folder.resolve("data.json").toString(),
                "-i",
                folder.resolve("input.json").toString(),
                workload.query()));
    Value wanted = Json.parse(theirs.getBytes(StandardCharsets.UTF_8));
    if (!wanted.equals(Json.parse(result))) {
      throw new IllegalStateException(
          workload.name() + ": opa says " + theirs + ", attest says " + result);
    }
  }

  private static double opa(Workload workload)
      throws IOException, InterruptedException, JsonSyntaxException {
    Path folder = written(workload);
    String report =
        Commands.output(
            List.of(
                "opa",
                "bench",
                "-f",
                "json",
                "-d",
                folder.resolve("policy.rego").toString(),
                "-d",
                folder.resolve("data.json").toString(),
                "-i",
                folder.resolve("input.json").toString(),
                workload.query()));
    ObjectValue numbers = (ObjectValue) Json.parse(report);
    double runs = number(numbers, "N");
    return number(numbers, "T") / runs;
  }

  private static double number(ObjectValue numbers, String name) {
    Value value = numbers.get(name);
    if (value == null) {
      throw new IllegalStateException("`opa bench` tells no " + name);
    }
    return Double.parseDouble(value.toString());
  }
}
