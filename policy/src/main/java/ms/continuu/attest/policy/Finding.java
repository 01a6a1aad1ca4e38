package ms.continuu.attest.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;

/// Something a policy found wrong.
///
/// @param path the offending node within the subject; empty when the policy did not say
/// @param location where that node stands
/// @param fix what to do about it; empty when the policy does not say
/// @param metadata what else the policy returned with its message
public record Finding(
    RuleDescription rule,
    Severity severity,
    Level level,
    String message,
    List<Value> path,
    Location location,
    Resource resource,
    String fix,
    ObjectValue metadata,
    Standing standing) {
  public Finding {
    path = List.copyOf(path);
  }

  public PolicyId policy() {
    return rule.policy();
  }

  public Finding with(Standing standing) {
    return new Finding(
        rule, severity, level, message, path, location, resource, fix, metadata, standing);
  }

  public Finding with(Level level) {
    return new Finding(
        rule, severity, level, message, path, location, resource, fix, metadata, standing);
  }

  /// 32 hex digits that stay the same when the finding moves within its file: no line is in them.
  public String fingerprint() {
    String identity =
        String.join(
            "\n",
            policy().name(),
            rule.name(),
            location.file(),
            resource.label(),
            path.toString(),
            message);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
