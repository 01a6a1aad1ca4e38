package ms.continuu.attest.policy.archive;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.Utf8;

/// Numbers, texts and descriptions of rules as bytes; every text stands there once.
public final class ArchiveOutput {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, Integer> texts = new HashMap<>();

  public byte[] bytes() {
    return out.toByteArray();
  }

  public void number(int number) {
    int rest = number;
    while ((rest & ~0x7F) != 0) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /// 0 and the text the first time, its number from 1 later.
  public void text(String text) {
    Integer known = texts.putIfAbsent(text, texts.size() + 1);
    if (known != null) {
      number(known);
      return;
    }
    number(0);
    byte[] bytes = Utf8.encode(text);
    number(bytes.length);
    out.writeBytes(bytes);
  }

  public void rule(RuleDescription rule) {
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

  public void texts(List<String> all) {
    number(all.size());
    for (String each : all) {
      text(each);
    }
  }

  public void bytes(byte[] bytes) {
    number(bytes.length);
    out.writeBytes(bytes);
  }
}
