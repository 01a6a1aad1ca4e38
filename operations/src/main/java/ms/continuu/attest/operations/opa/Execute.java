package ms.continuu.attest.operations.opa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.bundle.Bundle;
import ms.continuu.attest.operations.bundle.BundleReader;
import ms.continuu.attest.operations.files.Documents;
import ms.continuu.attest.operations.files.GoPaths;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.files.SourceFiles;
import ms.continuu.attest.operations.files.Timers;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.EvaluationRequest;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.host.Cancellation;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Asks one decision about many input files.
public final class Execute {
  private final Request request;
  private final ObjectValue data;
  private final Rego.PreparedQuery query;
  private final Host host;
  private final List<Answer> answers = new ArrayList<>();
  private int failures;
  private int errors;

  /// Which answers count as failures.
  public enum FailOn {
    NOTHING,
    UNDEFINED,
    DEFINED,
    NON_EMPTY
  }

  /// What is asked.
  ///
  /// @param bundles paths of bundles, by the names that messages use
  /// @param decision the decision's path, with slashes
  /// @param stdin an input that is asked about first, or null
  public record Request(
      List<String> paths,
      Map<String, String> bundles,
      String decision,
      @Nullable Value stdin,
      FailOn failOn,
      Duration timeout,
      Language language) {}

  /// The answer for one input.
  ///
  /// @param id empty when there is no result
  /// @param result null when there is none
  /// @param problem what is wrong, or null
  public record Answer(
      String path, String id, @Nullable Value result, Failure.@Nullable Problem problem) {}

  /// All answers, and how many of them count against the run.
  public record Report(List<Answer> answers, int failures, int errors) {}

  /// A bundle that could not be taken.
  public static final class BundleFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String name;

    BundleFailure(String name, String message) {
      super(message, null, false, false);
      this.name = name;
    }

    public String name() {
      return name;
    }

    public String text() {
      return String.valueOf(getMessage());
    }
  }

  private Execute(Request request, ObjectValue data, Rego.PreparedQuery query, Host host) {
    this.request = request;
    this.data = data;
    this.query = query;
    this.host = host;
  }

  /// Runs. A walk that fails ends it.
  public static Report run(Request request, Host host) throws Failure, BundleFailure {
    SortedMap<String, Module> modules = new TreeMap<>();
    ObjectValue data = activate(request, modules);
    CompileOptions options =
        CompileOptions.DEFAULT
            .withSchemaAnnotations(false)
            .withCapabilities(request.language().capabilities())
            .withDocumentAt(new DataPaths(data));
    Compilation compilation = Compilation.of(new ArrayList<>(modules.values()), options);
    CheckedProgram program = compilation.program();
    if (program == null) {
      throw new BundleFailure(
          request.bundles().keySet().stream().findFirst().orElse(""),
          Failure.ofDiagnostics(compilation.diagnostics()).text());
    }
    Query query = new Query(reference(request.decision()), "", List.of());
    Rego.PreparedQuery prepared =
        Rego.standard()
            .load(program)
            .prepare(query.check(program, request.language(), new Timers()));
    Execute execute = new Execute(request, data, prepared, host);
    Value stdin = request.stdin();
    if (stdin != null) {
      execute.ask("--stdin-input", stdin);
    }
    for (String path : request.paths()) {
      execute.walk(path, true);
    }
    return new Report(List.copyOf(execute.answers), execute.failures, execute.errors);
  }

  private static ObjectValue activate(Request request, SortedMap<String, Module> modules)
      throws Failure, BundleFailure {
    Map<String, Bundle> bundles = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : request.bundles().entrySet()) {
      try {
        BundleReader reader = new BundleReader(request.language()).withAnnotations(true);
        bundles.put(entry.getKey(), reader.readWithin(entry.getValue()));
      } catch (Failure failure) {
        throw new BundleFailure(entry.getKey(), failure.text());
      }
    }
    return BundleActivation.activate(bundles, modules, ObjectValue.EMPTY);
  }

  /// The query of a path: `a/b` asks for `data.a.b`.
  private static String reference(String path) {
    StringBuilder query = new StringBuilder("data");
    for (String part : GoPaths.trimSlashes(path).split("/", -1)) {
      if (!part.isEmpty()) {
        query.append('[').append(RegoText.quote(part)).append(']');
      }
    }
    return query.toString();
  }

  private void walk(String path, boolean root) throws Failure {
    Path file = Path.of(path);
    if (root && !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw Failure.of("lstat " + path + ": no such file or directory");
    }
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      for (String name : SourceFiles.names(path)) {
        walk(GoPaths.join(path, name), false);
      }
      return;
    }
    String extension = GoPaths.extension(path);
    if (!List.of(".json", ".yaml", ".yml").contains(extension)) {
      return;
    }
    Value input;
    try {
      input = Documents.jsonOrYaml(Files.readAllBytes(file));
    } catch (IOException e) {
      addProblem(path, Failure.Problem.of(Failure.ofFile("open", path, e).text()));
      return;
    } catch (Failure failure) {
      addProblem(path, Failure.Problem.of(failure.text()));
      return;
    }
    ask(path, input);
  }

  private void addProblem(String path, Failure.Problem problem) {
    answers.add(new Answer(path, "", null, problem));
    errors += request.failOn() == FailOn.NOTHING ? 0 : 1;
  }

  private void ask(String path, Value input) {
    long start = System.nanoTime();
    long limit = request.timeout().toNanos();
    EvaluationRequest run = EvaluationRequest.of(input, data, host);
    if (limit > 0) {
      run = run.withCancelled(Cancellation.when(() -> System.nanoTime() - start > limit));
    }
    Evaluation evaluation = query.run(run);
    Evaluation.Fault error = evaluation.error();
    if (error != null) {
      answers.add(new Answer(path, "", null, Failure.Problem.of(error)));
      boolean counts = request.failOn() == FailOn.DEFINED || request.failOn() == FailOn.NON_EMPTY;
      errors += counts ? 1 : 0;
    } else if (evaluation.rows().isEmpty()) {
      String message = request.decision() + " decision was undefined";
      Failure.Problem undefined =
          new Failure.Problem(message, message, "opa_undefined_error", null, List.of(), List.of());
      answers.add(new Answer(path, "", null, undefined));
      errors += request.failOn() == FailOn.UNDEFINED ? 1 : 0;
    } else {
      Value result = evaluation.rows().getFirst().expressions().getFirst().value();
      answers.add(new Answer(path, UUID.randomUUID().toString(), result, null));
      failures += countsAsFailure(result) ? 1 : 0;
    }
  }

  private boolean countsAsFailure(Value result) {
    boolean isNull = result instanceof NullValue;
    return switch (request.failOn()) {
      case NOTHING -> false;
      case UNDEFINED -> isNull;
      case DEFINED -> !isNull;
      case NON_EMPTY ->
          !isNull
              && !(result instanceof ArrayValue array && array.size() == 0)
              && !(result instanceof SetValue set && set.size() == 0);
    };
  }
}
