package ms.continuu.attest.operations.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import ms.continuu.attest.operations.check.ResultCache.Key;
import ms.continuu.attest.operations.check.ResultCache.RuleTable;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.PolicyId;
import ms.continuu.attest.policy.Resource;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.Standing;
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
  static byte[] write(RuleTable rules, Map<Key, CachedResult> results) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Writer out = new Writer(new DataOutputStream(bytes));
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
        out.finding(finding);
      }
    }
    return bytes.toByteArray();
  }

  /// Reads what [#write] wrote.
  static RuleTable read(byte[] bytes, Map<Key, CachedResult> results) throws IOException {
    Reader in = new Reader(new DataInputStream(new ByteArrayInputStream(bytes)));
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
        findings.add(in.finding());
      }
      results.put(key, new CachedResult(subjects, clean, findings));
    }
    return new RuleTable(rules);
  }

  private record Writer(DataOutputStream out, Map<String, Integer> texts) {
    Writer(DataOutputStream out) {
      this(out, new LinkedHashMap<>());
    }

    void number(int number) throws IOException {
      int rest = number;
      while ((rest & ~0x7F) != 0) {
        out.writeByte(rest & 0x7F | 0x80);
        rest >>>= 7;
      }
      out.writeByte(rest);
    }

    /// 0 and the text the first time, its number from 1 later.
    void text(String text) throws IOException {
      Integer known = texts.putIfAbsent(text, texts.size() + 1);
      if (known != null) {
        number(known);
        return;
      }
      number(0);
      byte[] bytes = Utf8.encode(text);
      number(bytes.length);
      out.write(bytes);
    }

    void rule(RuleDescription rule) throws IOException {
      text(rule.policy().name());
      text(rule.name());
      number(rule.level().ordinal());
      number(rule.severity().ordinal());
      text(rule.title());
      text(rule.description());
      text(rule.remediation());
      number(rule.controls().size());
      for (Map.Entry<String, List<String>> control : rule.controls().entrySet()) {
        text(control.getKey());
        texts(control.getValue());
      }
      texts(rule.references());
      text(rule.convention());
      text(Json.text(rule.custom()));
      text(rule.location().file());
      number(rule.location().row());
      number(rule.location().column());
    }

    private void texts(List<String> all) throws IOException {
      number(all.size());
      for (String each : all) {
        text(each);
      }
    }

    void finding(CachedFinding finding) throws IOException {
      text(finding.rule);
      number(finding.severity.ordinal());
      number(finding.level.ordinal());
      text(finding.message);
      text(finding.path);
      number(finding.start);
      number(finding.end - finding.start);
      number(finding.row);
      number(finding.column);
      text(finding.resource.kind());
      text(finding.resource.namespace());
      text(finding.resource.name());
      text(finding.resource.address());
      text(finding.fix);
      text(finding.metadata);
      number(finding.standing.kind().ordinal());
      text(finding.standing.reason());
    }
  }

  private record Reader(DataInputStream in, List<String> texts) {
    Reader(DataInputStream in) {
      this(in, new ArrayList<>());
    }

    int number() throws IOException {
      int number = 0;
      int shift = 0;
      int next;
      do {
        next = in.readUnsignedByte();
        number |= (next & 0x7F) << shift;
        shift += 7;
      } while ((next & 0x80) != 0);
      return number;
    }

    String text() throws IOException {
      int known = number();
      if (known > 0) {
        return texts.get(known - 1);
      }
      byte[] bytes = in.readNBytes(number());
      String text = Utf8.decode(bytes);
      texts.add(text);
      return text;
    }

    private List<String> allTexts() throws IOException {
      List<String> all = new ArrayList<>();
      for (int left = number(); left > 0; left--) {
        all.add(text());
      }
      return all;
    }

    RuleDescription rule() throws IOException {
      PolicyId policy = new PolicyId(text());
      String name = text();
      Level level = Level.values()[number()];
      Severity severity = Severity.values()[number()];
      String title = text();
      String description = text();
      String remediation = text();
      SequencedMap<String, List<String>> controls = new LinkedHashMap<>();
      for (int left = number(); left > 0; left--) {
        controls.put(text(), allTexts());
      }
      List<String> references = allTexts();
      String convention = text();
      ObjectValue custom = (ObjectValue) json(text());
      SourceFile source = new SourceFile(text(), "");
      Location location = new Location(source, 0, 0, number(), number());
      return new RuleDescription(
          policy,
          name,
          level,
          severity,
          title,
          description,
          remediation,
          controls,
          references,
          convention,
          custom,
          location);
    }

    CachedFinding finding() throws IOException {
      String rule = text();
      Severity severity = Severity.values()[number()];
      Level level = Level.values()[number()];
      String message = text();
      String path = text();
      int start = number();
      int end = start + number();
      int row = number();
      int column = number();
      Resource resource = new Resource(text(), text(), text(), text());
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
          text(),
          text(),
          new Standing(Standing.Kind.values()[number()], text()));
    }
  }
}
