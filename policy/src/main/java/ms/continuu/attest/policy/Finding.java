package ms.continuu.attest.policy;

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
    PolicyId policy,
    String rule,
    String title,
    Severity severity,
    Level level,
    String message,
    List<Value> path,
    Location location,
    Resource resource,
    String fix,
    ObjectValue metadata) {
  public Finding {
    path = List.copyOf(path);
  }
}
