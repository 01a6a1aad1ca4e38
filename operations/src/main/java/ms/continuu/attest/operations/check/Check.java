package ms.continuu.attest.operations.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.operations.policies.Faults;
import ms.continuu.attest.operations.policies.LoadedPolicies;
import ms.continuu.attest.operations.policies.PolicyFiles;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Outcome;
import ms.continuu.attest.policy.PolicySet;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.policy.Subjects;
import ms.continuu.attest.policy.World;
import ms.continuu.attest.policy.report.CheckResult;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.value.Diagnostic;

/// Judges files by policies.
public final class Check {
  /// Room for any policy that ends: a minute, and ten million members of one collection.
  public static final Limits LIMITS =
      new Limits(Long.MAX_VALUE, Duration.ofMinutes(1), 10_000, 10_000_000);

  /// What to judge, and by what.
  ///
  /// @param paths files and folders to judge; `-` is the standard input
  /// @param policies files and folders of policies
  /// @param library the folder of ATTEST's own policies
  /// @param data files of documents that policies read as `data`
  /// @param standardInput what the path `-` stands for
  public record Request(
      List<String> paths,
      List<String> policies,
      List<String> data,
      Path library,
      InputStream standardInput,
      DocumentLimits documentLimits,
      Limits limits) {
    public Request {
      paths = List.copyOf(paths);
      policies = List.copyOf(policies);
      data = List.copyOf(data);
    }
  }

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

  /// What came of one file.
  private record FileResult(
      List<Finding> findings, List<Diagnostic> faults, int subjects, int clean) {}

  private CheckResult run() {
    long start = host.nowNanos();
    List<Diagnostic> faults = new ArrayList<>();
    PolicyFiles policyFiles =
        PolicyFiles.read(request.policies(), request.data(), request.library());
    faults.addAll(policyFiles.faults());
    LoadedPolicies loaded = LoadedPolicies.of(policyFiles.sources());
    faults.addAll(loaded.faults());
    PolicySet policies = loaded.policies();
    if (!faults.isEmpty()) {
      return result(List.of(), faults, List.of(), 0, start, policies);
    }
    if (policies.size() == 0) {
      faults.add(
          Faults.fault(
              "no_policy",
              "no policy in " + String.join(", ", request.policies()),
              "a policy is a Rego package with a `deny`, `violation` or `warn` rule"));
      return result(List.of(), faults, List.of(), 0, start, policies);
    }
    SubjectFiles files = SubjectFiles.find(request.paths());
    faults.addAll(files.faults());
    World world = new World(policyFiles.sources().data(), host);
    AtomicInteger done = new AtomicInteger();
    List<FileResult> results =
        files.files().parallelStream()
            .map(file -> {
              FileResult judged = judge(file, policies, world);
              progress.read(done.incrementAndGet(), files.files().size());
              return judged;
            })
            .toList();
    results.forEach(one -> faults.addAll(one.faults()));
    if (results.stream().allMatch(one -> one.subjects() == 0) && faults.isEmpty()) {
      faults.add(
          Faults.fault(
              "nothing_to_check",
              "nothing to check in " + String.join(", ", request.paths()),
              "files end in .yaml, .yml, .json, .ndjson or .jsonl"));
    }
    return result(results, faults, files.notes(), files.files().size(), start, policies);
  }

  private CheckResult result(
      List<FileResult> results,
      List<Diagnostic> faults,
      List<Diagnostic> notes,
      int files,
      long start,
      PolicySet policies) {
    List<Finding> findings = new ArrayList<>();
    int subjects = 0;
    int clean = 0;
    for (FileResult one : results) {
      findings.addAll(one.findings());
      subjects += one.subjects();
      clean += one.clean();
    }
    findings.sort(CheckResult.ORDER);
    Instant started = Instant.EPOCH.plusNanos(start);
    Duration duration = Duration.ofNanos(Math.max(0, host.nowNanos() - start));
    return new CheckResult(
        findings,
        faults,
        notes,
        policies.rules(),
        policies.size(),
        new CheckResult.Counts(files, subjects, clean),
        started,
        duration);
  }

  private FileResult judge(SubjectFiles.SubjectFile file, PolicySet policies, World world) {
    Reading reading;
    try {
      reading = read(file);
    } catch (IOException e) {
      return new FileResult(List.of(), List.of(SubjectFiles.unreadable(file.name(), e)), 0, 0);
    }
    List<Finding> findings = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>(reading.diagnostics());
    int subjects = 0;
    int clean = 0;
    for (Document document : reading.documents()) {
      for (Subject subject : Subjects.of(document)) {
        Outcome outcome = policies.decide(subject, world, request.limits()).outcome();
        findings.addAll(outcome.findings());
        faults.addAll(outcome.faults());
        subjects++;
        clean += outcome.findings().isEmpty() && outcome.faults().isEmpty() ? 1 : 0;
      }
    }
    if (subjects == 0 && faults.isEmpty()) {
      faults.add(Faults.fault("empty_file", file.name() + ": file holds no document", ""));
    }
    return new FileResult(findings, faults, subjects, clean);
  }

  private Reading read(SubjectFiles.SubjectFile file) throws IOException {
    byte[] bytes;
    if (file.isStandardInput()) {
      bytes = request.standardInput().readAllBytes();
    } else {
      long size = Files.size(file.path());
      long limit = Math.min(request.documentLimits().bytes(), Integer.MAX_VALUE - 16);
      if (size > limit) {
        throw new IOException(
            "file has " + (size >> 20) + " MiB, the limit is " + (limit >> 20) + " MiB");
      }
      bytes = Files.readAllBytes(file.path());
    }
    DocumentFormat format = FileDocuments.formatOf(file.name());
    return FileDocuments.read(
        file.name(),
        bytes,
        format != null ? format : FileDocuments.formatOfText(bytes),
        request.documentLimits());
  }
}
