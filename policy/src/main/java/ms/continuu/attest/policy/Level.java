package ms.continuu.attest.policy;

/// What a rule asks for: `deny` and `violation` rules to fail, `warn` rules to tell.
public enum Level {
  VIOLATION,
  WARNING
}
