package ms.continuu.attest.rego.crypto;

import org.jspecify.annotations.Nullable;

/// The header of a token as jwx glances at it: read leniently, and refused only when it is asked.
public final class TokenHeader {
  private final FastJson.@Nullable Node node;
  private final String fault;

  private TokenHeader(FastJson.@Nullable Node node, String fault) {
    this.node = node;
    this.fault = fault;
  }

  /// The header of JSON, good or bad.
  public static TokenHeader parse(byte[] json) {
    try {
      return new TokenHeader(FastJson.parse(json), "");
    } catch (CryptoException e) {
      return new TokenHeader(null, e.text());
    }
  }

  /// The header of base64url, good or bad.
  public static TokenHeader parseCompact(String encoded) {
    try {
      return parse(GoBase64.decodeGuessing(encoded));
    } catch (CryptoException e) {
      return new TokenHeader(null, "failed to decode source: " + e.text());
    }
  }

  /// Whether the header can be read and lacks the member.
  public boolean lacks(String name) {
    return node != null && node.get(name) == null;
  }

  /// The text of a member, or jwx's refusal.
  public String string(String name) throws CryptoException {
    if (node == null) {
      throw new CryptoException(fault);
    }
    FastJson.Node member = node.get(name);
    if (member == null) {
      throw new CryptoException("jwsbb: header \"" + name + "\" not found");
    }
    return member.string();
  }
}
