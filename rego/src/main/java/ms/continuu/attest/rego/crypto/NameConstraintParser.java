package ms.continuu.attest.rego.crypto;

import static ms.continuu.attest.rego.crypto.CertificateParser.need;
import static ms.continuu.attest.rego.crypto.CertificateParser.x509;

import java.util.Arrays;
import java.util.HexFormat;
import ms.continuu.attest.rego.crypto.X509Certificate.AddressRange;
import ms.continuu.attest.rego.crypto.X509Certificate.Extension;
import ms.continuu.attest.rego.crypto.X509Certificate.NameConstraints;
import ms.continuu.attest.rego.net.IpAddress;
import ms.continuu.attest.value.RegoText;
import org.jspecify.annotations.Nullable;

/// Reads name constraints (RFC 5280, 4.2.1.10).
final class NameConstraintParser {
  private boolean understood = true;

  private NameConstraintParser() {}

  /// Fills the constraints in; false when some kind of name was not understood.
  static boolean parse(X509Certificate certificate, Extension extension) throws CryptoException {
    String message = "invalid NameConstraints extension";
    Der outer = new Der(extension.value());
    Der top = need(outer.enter(Der.SEQUENCE), message);
    if (!outer.isEmpty()) {
      throw x509(message);
    }
    Der permitted = subtrees(top, 0, message);
    Der excluded = subtrees(top, 1, message);
    if (!top.isEmpty()) {
      throw x509(message);
    }
    boolean none = permitted == null || permitted.isEmpty();
    if (none && (excluded == null || excluded.isEmpty())) {
      throw x509("empty name constraints extension");
    }
    NameConstraintParser parser = new NameConstraintParser();
    certificate.permitted = parser.read(permitted);
    certificate.excluded = parser.read(excluded);
    certificate.constraintsCritical = extension.critical();
    return parser.understood;
  }

  private static @Nullable Der subtrees(Der top, int number, String message)
      throws CryptoException {
    return top.peek(Der.constructed(number))
        ? need(top.enter(Der.constructed(number)), message)
        : null;
  }

  private NameConstraints read(@Nullable Der subtrees) throws CryptoException {
    NameConstraints constraints = new NameConstraints();
    while (subtrees != null && !subtrees.isEmpty()) {
      Der subtree = need(subtrees.enter(Der.SEQUENCE), "invalid NameConstraints extension");
      Der.Element base = need(subtree.readAny(), "invalid NameConstraints extension");
      byte[] value = base.content();
      switch (base.tag()) {
        case 0x81 -> constraints.emails.add(email(ascii(value)));
        case 0x82 -> {
          String domain = ascii(value);
          if (!isDomain(domain, true)) {
            throw x509("failed to parse dnsName constraint " + RegoText.quote(domain));
          }
          constraints.dns.add(domain);
        }
        case 0x86 -> constraints.urlDomains.add(urlDomain(ascii(value)));
        case 0x87 -> constraints.addresses.add(addresses(value));
        default -> understood = false;
      }
    }
    return constraints;
  }

  private static String ascii(byte[] value) throws CryptoException {
    if (!Asn1Strings.isAscii(value)) {
      throw x509(
          "invalid constraint value: x509: "
              + RegoText.quote(Asn1.goString(value))
              + " cannot be encoded as an IA5String");
    }
    return Asn1.latin(value);
  }

  private static String email(String constraint) throws CryptoException {
    boolean valid =
        constraint.indexOf('@') >= 0
            ? Mailbox.parse(constraint) != null
            : isDomain(constraint, true);
    if (!valid) {
      throw x509("failed to parse rfc822Name constraint " + RegoText.quote(constraint));
    }
    return constraint;
  }

  private static String urlDomain(String domain) throws CryptoException {
    if (IpAddress.plain(domain) != null) {
      throw x509(
          "failed to parse URI constraint " + RegoText.quote(domain) + ": cannot be IP address");
    }
    if (!isDomain(domain, true)) {
      throw x509("failed to parse URI constraint " + RegoText.quote(domain));
    }
    return domain;
  }

  private static AddressRange addresses(byte[] value) throws CryptoException {
    if (value.length != 8 && value.length != 32) {
      throw x509("IP constraint contained value of length " + value.length);
    }
    int half = value.length / 2;
    byte[] mask = Arrays.copyOfRange(value, half, value.length);
    if (!isMask(mask)) {
      throw x509("IP constraint contained invalid mask " + HexFormat.of().formatHex(mask));
    }
    return new AddressRange(Arrays.copyOf(value, half), mask);
  }

  private static boolean isMask(byte[] mask) {
    boolean zeros = false;
    for (byte b : mask) {
      int inverted = ~b & 0xff;
      if (zeros && b != 0 || (inverted & (inverted + 1)) != 0) {
        return false;
      }
      zeros |= inverted != 0;
    }
    return true;
  }

  /// Whether Go takes a name for a domain; a constraint may begin with a dot.
  static boolean isDomain(String name, boolean constraint) {
    if (name.isEmpty()) {
      return true;
    }
    if (name.endsWith(".")) {
      return false;
    }
    String labels = constraint && name.startsWith(".") ? name.substring(1) : name;
    int label = 0;
    for (int i = 0; i < labels.length(); i++) {
      char c = labels.charAt(i);
      if (c < 33 || c > 126) {
        return false;
      }
      if (c == '.') {
        // Go measures the first label by its end: an empty first label counts as empty as well.
        if (label == 0) {
          return false;
        }
        label = 0;
      } else {
        label++;
      }
    }
    return label > 0;
  }
}
