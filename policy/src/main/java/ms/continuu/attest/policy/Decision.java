package ms.continuu.attest.policy;

/// The outcome of a policy set on a subject, with all it takes to ask again.
///
/// @param policies the digest of the policy set
public record Decision(Subject subject, String policies, Outcome outcome) {}
