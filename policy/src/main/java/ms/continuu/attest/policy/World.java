package ms.continuu.attest.policy;

import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.value.ObjectValue;

/// What policies may know besides the subject.
///
/// @param data documents that policies read as `data`
/// @param host the outside, or a refusal of it
public record World(ObjectValue data, Host host) {}
