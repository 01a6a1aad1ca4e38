package ms.continuu.attest.operations.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.operations.check.ResultCache.Key;
import ms.continuu.attest.operations.check.ResultCache.RuleTable;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.Resource;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.policy.archive.ArchiveInput;
import ms.continuu.attest.policy.archive.ArchiveOutput;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// What came of one file, without its text.
record CachedResult(int subjects, int clean, List<CachedFinding> findings) {

  /// A finding by the id of its rule and the offsets of its place.
  record CachedFinding(
      String rule,
      Severity severity,
      Level level,
      String message,
      String path,
      int start,
      int end,
      int row,
      int column,
      Resource resource,
      String fix,
      String metadata,
      Standing standing) {}

  static CachedResult of(FileResult result) {
    List<CachedFinding> findings = new ArrayList<>();
    for (Finding finding : result.findings()) {
      Location at = finding.location();
      findings.add(
          new CachedFinding(
              finding.rule().id(),
              finding.severity(),
              finding.level(),
              finding.message(),
              Json.text(ArrayValue.of(finding.path())),
              at.start(),
              at.end(),
              at.row(),
              at.column(),
              finding.resource(),
              finding.fix(),
              Json.text(finding.metadata()),
              finding.standing()));
    }
    return new CachedResult(result.subjects(), result.clean(), findings);
  }

  /// The result for the file with this name and content.
  FileResult result(String name, byte[] bytes, RuleTable rules) {
    if (findings.isEmpty()) {
      return new FileResult(List.of(), List.of(), List.of(), subjects, clean);
    }
    SourceFile source = new SourceFile(name, Utf8.decode(bytes));
    List<Finding> all = new ArrayList<>(findings.size());
    for (CachedFinding one : findings) {
      all.add(
          new Finding(
              rules.named(one.rule),
              one.severity,
              one.level,
              one.message,
              ((ArrayValue) json(one.path)).asList(),
              new Location(source, one.start, one.end, one.row, one.column),
              one.resource,
              one.fix,
              (ObjectValue) json(one.metadata),
              one.standing));
    }
    return new FileResult(all, List.of(), List.of(), subjects, clean);
  }

  private static Value json(String text) {
    if (text.equals("{}")) {
      return ObjectValue.EMPTY;
    }
    try {
      return Json.parse(text);
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException("the cache holds what was written", e);
    }
  }

  /// The rules and results as bytes; every text stands there once.
  static byte[] write(RuleTable rules, Map<Key, CachedResult> results) {
    ArchiveOutput out = new ArchiveOutput();
    out.number(rules.rules().size());
    for (RuleDescription rule : rules.rules()) {
      out.rule(rule);
    }
    out.number(results.size());
    for (Map.Entry<Key, CachedResult> entry : results.entrySet()) {
      CachedResult result = entry.getValue();
      out.text(entry.getKey().hex());
      out.number(result.subjects);
      out.number(result.clean);
      out.number(result.findings.size());
      for (CachedFinding finding : result.findings) {
        write(finding, out);
      }
    }
    return out.bytes();
  }

  /// Reads what [#write] wrote.
  static List<RuleDescription> read(byte[] bytes, Map<Key, CachedResult> results) {
    ArchiveInput in = new ArchiveInput(bytes);
    List<RuleDescription> rules = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      rules.add(in.rule());
    }
    for (int left = in.number(); left > 0; left--) {
      Key key = new Key(in.text());
      int subjects = in.number();
      int clean = in.number();
      int count = in.number();
      List<CachedFinding> findings = new ArrayList<>(count);
      for (; count > 0; count--) {
        findings.add(readFinding(in));
      }
      results.put(key, new CachedResult(subjects, clean, findings));
    }
    return rules;
  }

  private static void write(CachedFinding finding, ArchiveOutput out) {
    out.text(finding.rule);
    out.number(finding.severity.ordinal());
    out.number(finding.level.ordinal());
    out.text(finding.message);
    out.text(finding.path);
    out.number(finding.start);
    out.number(finding.end - finding.start);
    out.number(finding.row);
    out.number(finding.column);
    out.text(finding.resource.kind());
    out.text(finding.resource.namespace());
    out.text(finding.resource.name());
    out.text(finding.resource.address());
    out.text(finding.fix);
    out.text(finding.metadata);
    out.number(finding.standing.kind().ordinal());
    out.text(finding.standing.reason());
  }

  private static CachedFinding readFinding(ArchiveInput in) {
    String rule = in.text();
    Severity severity = Severity.values()[in.number()];
    Level level = Level.values()[in.number()];
    String message = in.text();
    String path = in.text();
    int start = in.number();
    int end = start + in.number();
    int row = in.number();
    int column = in.number();
    Resource resource = new Resource(in.text(), in.text(), in.text(), in.text());
    return new CachedFinding(
        rule,
        severity,
        level,
        message,
        path,
        start,
        end,
        row,
        column,
        resource,
        in.text(),
        in.text(),
        new Standing(Standing.Kind.values()[in.number()], in.text()));
  }
}
