package ms.continuu.attest.policy.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.PolicyId;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;

/// Reads what [ArchiveOutput] wrote. Bytes that are something else end in a RuntimeException.
public final class ArchiveInput {
  private static final Level[] LEVELS = Level.values();
  private static final Severity[] SEVERITIES = Severity.values();

  private final byte[] bytes;
  private final List<String> texts = new ArrayList<>();
  private int at;

  public ArchiveInput(byte[] bytes) {
    this.bytes = bytes;
  }

  public int number() {
    int number = 0;
    int shift = 0;
    int next;
    do {
      next = bytes[at++];
      number |= (next & 0x7F) << shift;
      shift += 7;
    } while ((next & 0x80) != 0);
    return number;
  }

  public String text() {
    int known = number();
    if (known > 0) {
      return texts.get(known - 1);
    }
    String text = Utf8.decode(bytes());
    texts.add(text);
    return text;
  }

  public List<String> texts() {
    List<String> all = new ArrayList<>();
    for (int left = number(); left > 0; left--) {
      all.add(text());
    }
    return all;
  }

  public RuleDescription rule() {
    PolicyId policy = new PolicyId(text());
    String name = text();
    Level level = LEVELS[number()];
    Severity severity = SEVERITIES[number()];
    String title = text();
    String description = text();
    String remediation = text();
    SequencedMap<String, List<String>> controls = new LinkedHashMap<>();
    for (int left = number(); left > 0; left--) {
      controls.put(text(), texts());
    }
    List<String> references = texts();
    String convention = text();
    ObjectValue custom = object(text());
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

  public byte[] bytes() {
    int length = number();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  private static ObjectValue object(String text) {
    if (text.equals("{}")) {
      return ObjectValue.EMPTY;
    }
    try {
      return (ObjectValue) Json.parse(text);
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException("the archive holds what was written", e);
    }
  }
}
