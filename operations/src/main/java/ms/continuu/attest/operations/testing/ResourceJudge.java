package ms.continuu.attest.operations.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.operations.policies.Faults;
import ms.continuu.attest.operations.policies.LoadedPolicies;
import ms.continuu.attest.operations.policies.PolicyCatalog;
import ms.continuu.attest.operations.policies.PolicyFiles;
import ms.continuu.attest.policy.Outcome;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.PolicySet;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.policy.Subjects;
import ms.continuu.attest.policy.World;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.value.Diagnostic;

/// Asks each rule of some policies about real resources.
public final class ResourceJudge {
  private final PolicyCatalog catalog;
  private final PolicySet policies;

  private ResourceJudge(PolicyCatalog catalog, PolicySet policies) {
    this.catalog = catalog;
    this.policies = policies;
  }

  /// Reads and compiles the policies below paths.
  ///
  /// @param library the folder of ATTEST's own policies
  public static ResourceJudge load(List<String> paths, Path library) {
    PolicyFiles files = PolicyFiles.read(paths, List.of(), library);
    LoadedPolicies loaded = LoadedPolicies.of(files.sources());
    return new ResourceJudge(PolicyCatalog.of(files, loaded), loaded.policies());
  }

  /// The policies, and what is wrong with their files.
  public PolicyCatalog catalog() {
    return catalog;
  }

  /// Judges files by some of the policies.
  ///
  /// @param standardInput what the file `-` stands for
  public ResourceReport judge(
      List<PolicyDescription> wanted,
      List<String> files,
      InputStream standardInput,
      Host host,
      Limits limits) {
    List<RuleDescription> rules =
        wanted.stream().flatMap(policy -> policy.rules().stream()).toList();
    Set<String> ids = rules.stream().map(RuleDescription::id).collect(Collectors.toSet());
    PolicySet asked = policies.keeping(rule -> ids.contains(rule.id()));
    World world = new World(catalog.data(), host);
    List<ResourceReport.Judged> judged = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (String file : files) {
      Reading reading = read(file, standardInput);
      faults.addAll(reading.diagnostics());
      int before = judged.size();
      for (Document document : reading.documents()) {
        for (Subject subject : Subjects.of(document)) {
          Outcome outcome = asked.decide(subject, world, limits).outcome();
          faults.addAll(outcome.faults());
          judged.add(
              new ResourceReport.Judged(
                  file,
                  subject.resource(List.of()).label(),
                  rules.stream()
                      .map(rule ->
                          new ResourceReport.Verdict(
                              rule,
                              outcome.findings().stream()
                                  .filter(finding -> finding.rule().id().equals(rule.id()))
                                  .toList()))
                      .toList()));
        }
      }
      if (judged.size() == before && reading.diagnostics().isEmpty()) {
        faults.add(Faults.fault("empty_file", file + ": file holds no document", ""));
      }
    }
    return new ResourceReport(judged, faults);
  }

  private static Reading read(String file, InputStream standardInput) {
    try {
      byte[] bytes =
          file.equals("-") ? standardInput.readAllBytes() : Files.readAllBytes(Path.of(file));
      DocumentFormat format = FileDocuments.formatOf(file);
      return FileDocuments.read(
          file,
          bytes,
          format == null ? FileDocuments.formatOfText(bytes) : format,
          DocumentLimits.DEFAULT);
    } catch (IOException | InvalidPathException e) {
      boolean absent = e instanceof NoSuchFileException;
      String reason = absent ? "no such file" : "cannot be read: " + e.getMessage();
      return new Reading(
          List.of(), List.of(Faults.fault("unreadable_file", file + ": " + reason, "")));
    }
  }
}
