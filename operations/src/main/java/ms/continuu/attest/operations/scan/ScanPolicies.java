package ms.continuu.attest.operations.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.operations.discover.Discovery;
import ms.continuu.attest.operations.discover.Source.FileSource;
import ms.continuu.attest.operations.discover.Unreadable;
import ms.continuu.attest.operations.policies.LoadedPolicies;
import ms.continuu.attest.operations.policies.PolicyFiles;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.PolicyId;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.Resource;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.policy.rego.RegoModules;
import ms.continuu.attest.policy.report.CheckResult;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;

/// A security scan of policies: what they do that policies must not. Its result is that of a check,
/// so that it is reported alike.
public final class ScanPolicies {
  private static final PolicyId ID = new PolicyId("attest.scan");

  /// A comment that lets a finding of its line or the next one pass: `# attest:ignore RULE reason`.
  private static final Pattern EXCUSE =
      Pattern.compile("attest:ignore[ \\t]+([\\w.-]+)[ \\t]+(.*\\S)");

  private static final List<ScanRule> RULES =
      List.of(
          new AllowByDefault(),
          new AllowWithoutCondition(),
          new BacktrackingPattern(),
          new CatchAllException(),
          new HardCodedSecret(),
          new HttpBodyDecodedTwice(),
          new HttpHostFromInput(),
          new HttpPlain(),
          new HttpTimeout(),
          new HttpTlsVerification(),
          new IgnoredViolation(),
          new MissingMetadata(),
          new NeverFires(),
          new NoJudgingRule(),
          new PatternFromInput(),
          new PrintLeft(),
          new RuntimeRead(),
          new StrictFindings(),
          new TokenNotVerified(),
          new UndefinedReference(),
          new UnusedParameter(),
          new UntestedPolicy());

  private final List<Finding> findings = new ArrayList<>();
  private final List<Diagnostic> faults = new ArrayList<>();

  private ScanPolicies() {}

  /// The rules of the scan.
  public static List<RuleDescription> rules() {
    return RULES.stream().map(rule -> describe(rule.description())).toList();
  }

  /// Scans the policies below paths, their tests among them.
  ///
  /// @param library the folder of ATTEST's own policies, which others may draw on
  public static CheckResult run(List<String> paths, Path library, Host host) {
    long start = host.nowNanos();
    return new ScanPolicies().scan(paths, library, start, host);
  }

  private CheckResult scan(List<String> paths, Path library, long start, Host host) {
    PolicyFiles files = PolicyFiles.read(paths, List.of(), library);
    faults.addAll(files.faults());
    RegoModules read = RegoModules.read(withTests(files, paths));
    faults.addAll(read.faults());
    List<ScannedModule> all = read.sound().stream().map(ScannedModule::of).toList();
    if (faults.isEmpty()) {
      LoadedPolicies loaded = LoadedPolicies.of(files.sources());
      faults.addAll(loaded.faults());
      ScannedPolicies policies =
          new ScannedPolicies(
              all,
              read.drawn(),
              files.sources().data(),
              loaded.policies().rules(),
              strict(all, read.drawn()));
      for (ScanRule rule : RULES) {
        rule.inspect(policies, new Collector(describe(rule.description())));
      }
    }
    findings.sort(CheckResult.ORDER);
    int concerned =
        (int) findings.stream().map(finding -> finding.location().file()).distinct().count();
    return new CheckResult(
        findings.stream().distinct().toList(),
        faults,
        List.of(),
        rules(),
        RULES.size(),
        new CheckResult.Counts(all.size(), all.size(), all.size() - concerned),
        Instant.EPOCH.plusNanos(start),
        Duration.ofNanos(Math.max(0, host.nowNanos() - start)));
  }

  /// The policies and the tests beside them, of which a single file has those of its own name.
  private PolicySources withTests(PolicyFiles files, List<String> paths) {
    List<SourceFile> sources = new ArrayList<>(files.sources().files());
    List<String> places = new ArrayList<>(paths);
    for (String path : paths) {
      Path test = Path.of(path.replaceFirst("\\.rego$", "_test.rego"));
      if (path.endsWith(".rego") && Files.exists(test)) {
        places.add(test.toString());
      }
    }
    Discovery.Found tests =
        Discovery.find(places, Discovery.Options.named(name -> name.endsWith("_test.rego")));
    for (FileSource test : tests.files()) {
      boolean known = sources.stream().anyMatch(file -> file.name().equals(test.name()));
      if (!known && test.name().endsWith("_test.rego")) {
        try {
          sources.add(new SourceFile(test.name(), Utf8.decode(Files.readAllBytes(test.path()))));
        } catch (IOException e) {
          faults.add(Unreadable.of(test.name(), e));
        }
      }
    }
    return new PolicySources(sources, files.sources().data(), files.sources().library());
  }

  /// What only a strict compiler refuses.
  private static List<Diagnostic> strict(List<ScannedModule> all, List<Module> drawn) {
    List<Module> modules = new ArrayList<>(drawn);
    all.stream().filter(module -> !module.isTest()).forEach(each -> modules.add(each.module()));
    return Compilation.of(modules, CompileOptions.DEFAULT.withErrorLimit(0).withStrict(true))
        .diagnostics();
  }

  private static RuleDescription describe(ScanRule.Description rule) {
    return new RuleDescription(
        ID,
        rule.name(),
        rule.severity().compareTo(Severity.MEDIUM) <= 0 ? Level.VIOLATION : Level.WARNING,
        rule.severity(),
        rule.title(),
        rule.reason(),
        rule.remediation(),
        new LinkedHashMap<>(),
        List.of(),
        "",
        ObjectValue.EMPTY,
        Location.NONE);
  }

  /// Makes findings of what one rule reports.
  private final class Collector implements ScanRule.Report {
    private final RuleDescription rule;

    Collector(RuleDescription rule) {
      this.rule = rule;
    }

    @Override
    public void add(ScannedModule module, Location location, String message) {
      add(module, location, rule.severity(), message);
    }

    @Override
    public void add(ScannedModule module, Location location, Severity severity, String message) {
      findings.add(
          new Finding(
              rule,
              severity,
              rule.level(),
              message,
              List.of(),
              location,
              new Resource("", "", "", module.packageName()),
              rule.remediation(),
              ObjectValue.EMPTY,
              standing(module, location)));
    }

    private Standing standing(ScannedModule module, Location location) {
      for (Module.Comment comment : module.module().comments()) {
        int row = comment.location().row();
        Matcher excuse = EXCUSE.matcher(comment.text());
        if ((row == location.row() || row == location.row() - 1)
            && excuse.find()
            && excuse.group(1).equals(rule.name())) {
          return Standing.exempted(excuse.group(2));
        }
      }
      return Standing.OPEN;
    }
  }
}
