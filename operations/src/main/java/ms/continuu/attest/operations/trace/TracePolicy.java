package ms.continuu.attest.operations.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.operations.policies.Faults;
import ms.continuu.attest.operations.policies.LoadedPolicies;
import ms.continuu.attest.operations.policies.PolicyFiles;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.policy.Subjects;
import ms.continuu.attest.policy.World;
import ms.continuu.attest.policy.rego.RuleRun;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.rego.trace.TraceEvent;
import ms.continuu.attest.rego.trace.Tracer;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// Tells why a policy judges a document as it does.
public final class TracePolicy {

  /// What to trace.
  ///
  /// @param policies files and folders of policies
  /// @param name the policy that is meant; empty for all
  /// @param rule the one rule that is meant; empty for all
  /// @param input the file of the documents; `-` is the standard input
  /// @param library the folder of ATTEST's own policies
  public record Request(
      List<String> policies,
      String name,
      String rule,
      String input,
      Path library,
      InputStream standardInput,
      Limits limits) {
    public Request {
      policies = List.copyOf(policies);
    }
  }

  /// What came of it.
  ///
  /// @param faults what kept it from an answer
  public record Result(List<Traced> traced, List<Diagnostic> faults) {
    public Result {
      traced = List.copyOf(traced);
      faults = List.copyOf(faults);
    }
  }

  /// A rule on a document.
  ///
  /// @param attempts one for each definition that was evaluated
  /// @param error what ended the evaluation, or null
  public record Traced(
      RuleDescription rule,
      Subject subject,
      List<Finding> findings,
      List<Attempt> attempts,
      Evaluation.@Nullable Fault error) {
    public Traced {
      findings = List.copyOf(findings);
      attempts = List.copyOf(attempts);
    }
  }

  private TracePolicy() {}

  /// Asks each rule that is meant about each document.
  public static Result run(Request request, Host host) {
    PolicyFiles files = PolicyFiles.read(request.policies(), List.of(), request.library());
    List<Diagnostic> faults = new ArrayList<>(files.faults());
    LoadedPolicies loaded = LoadedPolicies.of(files.sources());
    faults.addAll(loaded.faults());
    Reading input = read(request);
    faults.addAll(input.diagnostics());
    List<RuleDescription> rules =
        loaded.policies().rules().stream().filter(rule -> isMeant(rule, request)).toList();
    if (rules.isEmpty() && faults.isEmpty()) {
      faults.add(noRule(request));
    }
    List<Traced> traced = new ArrayList<>();
    if (faults.isEmpty()) {
      World world = new World(files.sources().data(), host);
      for (Document document : input.documents()) {
        for (Subject subject : Subjects.of(document)) {
          for (RuleDescription rule : rules) {
            traced.add(trace(loaded, rule, subject, world, request.limits()));
          }
        }
      }
      if (traced.isEmpty()) {
        faults.add(Faults.fault("empty_file", request.input() + ": file holds no document", ""));
      }
    }
    return new Result(traced, faults);
  }

  private static Traced trace(
      LoadedPolicies loaded, RuleDescription rule, Subject subject, World world, Limits limits) {
    List<TraceEvent> events = new ArrayList<>();
    Tracer recorder = events::add;
    RuleRun run = RuleRun.of(loaded.policies(), rule, subject, world, limits, recorder);
    AttemptTree tree = new AttemptTree(new InputPlaces(subject, run.input(), run.at()));
    events.forEach(tree::trace);
    return new Traced(
        rule,
        subject,
        run.findings(),
        tree.attemptsAt(rule.policy().name() + "." + rule.name()),
        run.error());
  }

  private static boolean isMeant(RuleDescription rule, Request request) {
    boolean policy = request.name().isEmpty() || rule.policy().isMeantBy(request.name());
    return policy
        && (request.rule().isEmpty()
            || rule.name().equals(request.rule())
            || rule.id().equals(request.rule()));
  }

  private static Diagnostic noRule(Request request) {
    String policies = String.join(", ", request.policies());
    String what =
        request.rule().isEmpty()
            ? request.name().isEmpty()
                ? "no rule that judges in " + policies
                : "no policy is named `" + request.name() + "` in " + policies
            : "no rule is named `" + request.rule() + "` in " + policies;
    return Faults.fault(
        "no_rule",
        what,
        "rules that judge are `deny`, `violation`, `warn`, and names that begin so");
  }

  private static Reading read(Request request) {
    String file = request.input();
    try {
      byte[] bytes =
          file.equals("-")
              ? request.standardInput().readAllBytes()
              : Files.readAllBytes(Path.of(file));
      DocumentFormat format = FileDocuments.formatOf(file);
      return FileDocuments.read(
          file,
          bytes,
          format == null ? FileDocuments.formatOfText(bytes) : format,
          DocumentLimits.DEFAULT);
    } catch (IOException | InvalidPathException e) {
      return new Reading(
          List.of(),
          List.of(
              Faults.fault("unreadable_file", file + ": cannot be read: " + e.getMessage(), "")));
    }
  }
}
