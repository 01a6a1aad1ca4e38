package ms.continuu.attest.operations.check;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.operations.config.Configuration;
import ms.continuu.attest.operations.config.Settings;
import ms.continuu.attest.operations.discover.Discovery;
import ms.continuu.attest.operations.policies.Faults;
import ms.continuu.attest.operations.policies.PolicyFiles;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.World;
import ms.continuu.attest.policy.report.CheckResult;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import org.jspecify.annotations.Nullable;

/// Judges files by policies.
public final class Check {
  /// Room for any policy that ends: a minute, and ten million members of one collection.
  public static final Limits LIMITS =
      new Limits(Long.MAX_VALUE, Duration.ofMinutes(1), 10_000, 10_000_000);

  /// What to judge, and by what.
  ///
  /// @param paths files and folders to judge; `-` is the standard input
  /// @param discovery how files are found and read
  /// @param policies files and folders of policies
  /// @param library the folder of ATTEST's own policies
  /// @param data files of documents that policies read as `data`
  /// @param standardInput what the path `-` stands for
  /// @param cache where results are remembered; null for nowhere
  /// @param baseline a JSON report of findings known before; empty for none
  /// @param allowEmpty whether a check of nothing, or by nothing, has passed
  /// @param configuration how policies are enforced, and with which parameters
  public record Request(
      List<String> paths,
      Discovery.Options discovery,
      List<String> policies,
      List<String> data,
      Path library,
      InputStream standardInput,
      DocumentLimits documentLimits,
      Limits limits,
      @Nullable Cache cache,
      String baseline,
      boolean allowEmpty,
      Configuration configuration) {
    public Request {
      paths = List.copyOf(paths);
      policies = List.copyOf(policies);
      data = List.copyOf(data);
    }
  }

  /// Where results and policies that are ready to judge are remembered.
  ///
  /// @param folder where checks remember; null for nowhere
  /// @param shipped where policies lie ready that came with ATTEST
  /// @param program what tells one build of ATTEST from another: each remembers for itself
  public record Cache(@Nullable Path folder, Path shipped, String program) {}

  /// Is told how far a check is.
  @FunctionalInterface
  public interface Progress {
    void read(int files, int of);
  }

  private final Request request;
  private final Host host;
  private final Progress progress;

  private Check(Request request, Host host, Progress progress) {
    this.request = request;
    this.host = host;
    this.progress = progress;
  }

  /// Reads, judges and counts. What cannot be read or judged stands in the result as a fault.
  public static CheckResult run(Request request, Host host, Progress progress) {
    return new Check(request, host, progress).run();
  }

  private CheckResult run() {
    long start = host.nowNanos();
    List<Diagnostic> faults = new ArrayList<>();
    Settings settings = new Settings(request.configuration());
    PolicyFiles files = PolicyFiles.read(request.policies(), request.data(), request.library());
    faults.addAll(files.faults());
    PolicySources sources = configured(files.sources(), settings);
    Baseline baseline =
        request.baseline().isEmpty() ? null : Baseline.read(request.baseline(), faults);
    Judges judges = Judges.of(sources, request.cache(), settings, faults);
    Discovery.Found subjects = Discovery.find(request.paths(), request.discovery());
    if (!faults.isEmpty()) {
      faults.replaceAll(settings::told);
      return result(List.of(), faults, List.of(), start, judges.rules());
    }
    if (judges.rules().isEmpty() && !request.allowEmpty()) {
      faults.add(
          Faults.fault(
              "no_policy",
              "no policy in " + String.join(", ", request.policies()),
              "a policy is a Rego package with a `deny`, `violation` or `warn` rule"));
      return result(List.of(), faults, List.of(), start, judges.rules());
    }
    List<FileResult> results = judge(subjects, judges, sources.data());
    faults.addAll(subjects.faults());
    results.forEach(one -> faults.addAll(one.faults()));
    boolean nothing =
        !subjects.unchanged() && results.stream().allMatch(one -> one.subjects() == 0);
    if (nothing && faults.isEmpty() && !request.allowEmpty()) {
      faults.add(
          Faults.fault(
              "nothing_to_check",
              "nothing to check in " + String.join(", ", request.paths()),
              "files are YAML, JSON, TOML or Dockerfiles by their names, or --input-type says so"));
    }
    judges.save();
    faults.replaceAll(settings::told);
    CheckResult result =
        result(results, faults, subjects.notes(), start, judges.rules()).mapping(settings::apply);
    return baseline == null ? result : result.mapping(baseline::apply);
  }

  /// The policies of the files and those of the configuration, with its parameters.
  private static PolicySources configured(PolicySources sources, Settings settings) {
    List<SourceFile> files = new ArrayList<>(sources.files());
    files.addAll(settings.customPolicies());
    return new PolicySources(files, settings.over(sources.data()), sources.library());
  }

  private List<FileResult> judge(Discovery.Found files, Judges judges, ObjectValue data) {
    FileJudge judge =
        new FileJudge(
            request,
            judges::policies,
            new World(data, host),
            judges.cache(),
            new InlineSuppressions(request.configuration().allowsInlineSuppressions()));
    AtomicInteger done = new AtomicInteger();
    return files.sources().parallelStream()
        .map(file -> {
          FileResult judged = judge.judge(file);
          progress.read(done.incrementAndGet(), files.sources().size());
          return judged;
        })
        .toList();
  }

  private CheckResult result(
      List<FileResult> results,
      List<Diagnostic> faults,
      List<Diagnostic> notes,
      long start,
      List<RuleDescription> rules) {
    List<Finding> findings = new ArrayList<>();
    List<Diagnostic> allNotes = new ArrayList<>(notes);
    int subjects = 0;
    int clean = 0;
    for (FileResult one : results) {
      findings.addAll(one.findings());
      allNotes.addAll(one.notes());
      subjects += one.subjects();
      clean += one.clean();
    }
    findings.sort(CheckResult.ORDER);
    return new CheckResult(
        findings,
        faults,
        allNotes,
        rules,
        (int) rules.stream().map(RuleDescription::policy).distinct().count(),
        new CheckResult.Counts(results.size(), subjects, clean),
        Instant.EPOCH.plusNanos(start),
        Duration.ofNanos(Math.max(0, host.nowNanos() - start)));
  }
}
