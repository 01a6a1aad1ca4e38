package ms.continuu.attest.rego.crypto;

import static ms.continuu.attest.rego.crypto.CertificateParser.need;
import static ms.continuu.attest.rego.crypto.CertificateParser.x509;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.rego.crypto.X509Certificate.AlternativeNames;
import ms.continuu.attest.rego.crypto.X509Certificate.Extension;
import ms.continuu.attest.rego.net.GoUrl;
import ms.continuu.attest.rego.net.NameFault;
import ms.continuu.attest.value.RegoText;

/// The extensions of a certificate that Go understands.
final class ExtensionParser {
  private static final ObjectIdentifier AUTHORITY_INFO =
      ObjectIdentifier.of(1, 3, 6, 1, 5, 5, 7, 1, 1);
  private static final ObjectIdentifier OCSP = ObjectIdentifier.of(1, 3, 6, 1, 5, 5, 7, 48, 1);
  private static final ObjectIdentifier CA_ISSUERS =
      ObjectIdentifier.of(1, 3, 6, 1, 5, 5, 7, 48, 2);

  /// Uses of a key, each at the place of Go's number for it.
  private static final List<ObjectIdentifier> USAGES =
      List.of(
          ObjectIdentifier.of(2, 5, 29, 37, 0),
          ObjectIdentifier.of(1, 3, 6, 1, 5, 5, 7, 3, 1),
          ObjectIdentifier.of(1, 3, 6, 1, 5, 5, 7, 3, 2),
          ObjectIdentifier.of(1, 3, 6, 1, 5, 5, 7, 3, 3),
          ObjectIdentifier.of(1, 3, 6, 1, 5, 5, 7, 3, 4),
          ObjectIdentifier.of(1, 3, 6, 1, 5, 5, 7, 3, 5),
          ObjectIdentifier.of(1, 3, 6, 1, 5, 5, 7, 3, 6),
          ObjectIdentifier.of(1, 3, 6, 1, 5, 5, 7, 3, 7),
          ObjectIdentifier.of(1, 3, 6, 1, 5, 5, 7, 3, 8),
          ObjectIdentifier.of(1, 3, 6, 1, 5, 5, 7, 3, 9),
          ObjectIdentifier.of(1, 3, 6, 1, 4, 1, 311, 10, 3, 3),
          ObjectIdentifier.of(2, 16, 840, 1, 113730, 4, 1),
          ObjectIdentifier.of(1, 3, 6, 1, 4, 1, 311, 2, 1, 22),
          ObjectIdentifier.of(1, 3, 6, 1, 4, 1, 311, 61, 1, 1));

  private final X509Certificate certificate;

  private ExtensionParser(X509Certificate certificate) {
    this.certificate = certificate;
  }

  static void process(X509Certificate certificate) throws CryptoException {
    ExtensionParser parser = new ExtensionParser(certificate);
    for (Extension extension : certificate.extensions) {
      boolean handled = parser.process(extension);
      if (extension.critical() && !handled) {
        certificate.unhandledCritical.add(extension.id());
      }
    }
  }

  private boolean process(Extension extension) throws CryptoException {
    List<Integer> arcs = extension.id().arcs();
    if (extension.id().equals(AUTHORITY_INFO)) {
      authorityInfo(extension);
      return true;
    }
    if (arcs.size() != 4 || !arcs.subList(0, 3).equals(List.of(2, 5, 29))) {
      return false;
    }
    Der der = new Der(extension.value());
    switch (arcs.get(3)) {
      case 14 -> subjectKeyId(extension, der);
      case 15 -> keyUsage(der);
      case 17 -> {
        certificate.names = alternativeNames(extension.value());
        return !certificate.names.isEmpty();
      }
      case 19 -> basicConstraints(der);
      case 30 -> {
        return NameConstraintParser.parse(certificate, extension);
      }
      case 31 -> crlDistributionPoints(der);
      case 32 -> policies(der);
      case 33 -> policyMappings(der);
      case 35 -> authorityKeyId(extension, der);
      case 36 -> policyConstraints(der);
      case 37 -> extendedKeyUsage(der);
      case 54 ->
          certificate.inhibitAnyPolicy =
              need(der.readLong(Der.INTEGER), "invalid inhibit any policy extension");
      default -> {
        return false;
      }
    }
    return true;
  }

  private void subjectKeyId(Extension extension, Der der) throws CryptoException {
    if (extension.critical()) {
      throw x509("subject key identifier incorrectly marked critical");
    }
    certificate.subjectKeyId =
        need(der.read(Der.OCTET_STRING), "invalid subject key identifier").content();
  }

  private void authorityKeyId(Extension extension, Der der) throws CryptoException {
    if (extension.critical()) {
      throw x509("authority key identifier incorrectly marked critical");
    }
    Der sequence = need(der.enter(Der.SEQUENCE), "invalid authority key identifier");
    if (sequence.peek(Der.context(0))) {
      certificate.authorityKeyId =
          need(sequence.read(Der.context(0)), "invalid authority key identifier").content();
    }
  }

  private void keyUsage(Der der) throws CryptoException {
    Der.BitString bits = need(der.readBitString(), "invalid key usage");
    for (int i = 0; i < 9; i++) {
      if (bits.at(i)) {
        certificate.keyUsage |= 1 << i;
      }
    }
  }

  private void basicConstraints(Der der) throws CryptoException {
    String message = "invalid basic constraints";
    Der sequence = need(der.enter(Der.SEQUENCE), message);
    if (sequence.peek(Der.BOOLEAN)) {
      certificate.isCa = need(sequence.readBoolean(), message);
    }
    certificate.maxPathLength = -1;
    if (sequence.peek(Der.INTEGER)) {
      BigInteger length = need(sequence.readInteger(), message);
      if (length.signum() < 0) {
        throw x509(message);
      }
      certificate.maxPathLength = need(CertificateParser.longOf(length), message);
    }
    certificate.basicConstraintsValid = true;
  }

  /// The names of a SAN extension.
  static AlternativeNames alternativeNames(byte[] value) throws CryptoException {
    AlternativeNames names = new AlternativeNames();
    Der sequence = need(new Der(value).enter(Der.SEQUENCE), "invalid subject alternative names");
    while (!sequence.isEmpty()) {
      Der.Element name = need(sequence.readAny(), "invalid subject alternative name");
      byte[] data = name.content();
      switch (name.tag() ^ 0x80) {
        case 1 -> names.emails.add(ascii(data, "SAN rfc822Name is malformed"));
        case 2 -> names.dns.add(ascii(data, "SAN dNSName is malformed"));
        case 6 -> names.urls.add(url(ascii(data, "SAN uniformResourceIdentifier is malformed")));
        case 7 -> {
          if (data.length != 4 && data.length != 16) {
            throw x509("cannot parse IP address of length " + data.length);
          }
          names.addresses.add(data);
        }
        default -> {
          // Other kinds of names are skipped.
        }
      }
    }
    return names;
  }

  private static String ascii(byte[] data, String message) throws CryptoException {
    if (!Asn1Strings.isAscii(data)) {
      throw x509(message);
    }
    return Asn1.latin(data);
  }

  private static GoUrl url(String text) throws CryptoException {
    GoUrl url;
    try {
      url = GoUrl.parse(text);
    } catch (NameFault e) {
      throw x509("cannot parse URI " + RegoText.quote(text) + ": " + e.reason());
    }
    if (!NameConstraintParser.isDomain(url.host(), false)) {
      throw x509("cannot parse URI " + RegoText.quote(text) + ": invalid domain");
    }
    return url;
  }

  private void crlDistributionPoints(Der der) throws CryptoException {
    Der points = need(der.enter(Der.SEQUENCE), "invalid CRL distribution points");
    String message = "invalid CRL distribution point";
    while (!points.isEmpty()) {
      Der point = need(points.enter(Der.SEQUENCE), message);
      if (!point.peek(Der.constructed(0))) {
        continue;
      }
      Der name = need(point.enter(Der.constructed(0)), message);
      Der fullName = need(name.enter(Der.constructed(0)), message);
      while (fullName.peek(Der.context(6))) {
        byte[] uri = need(fullName.read(Der.context(6)), message).content();
        certificate.crlDistributionPoints.add(Asn1.goString(uri));
      }
    }
  }

  private void policies(Der der) throws CryptoException {
    String message = "invalid certificate policies";
    List<PolicyId> policies = new ArrayList<>();
    Set<PolicyId> seen = new HashSet<>();
    Der sequence = need(der.enter(Der.SEQUENCE), message);
    while (!sequence.isEmpty()) {
      Der policy = need(sequence.enter(Der.SEQUENCE), message);
      PolicyId id = PolicyId.of(need(policy.read(Der.OID), message).content());
      if (!seen.add(id) || !id.isValid()) {
        throw x509(message);
      }
      policies.add(id);
    }
    certificate.policies = policies;
  }

  private void policyMappings(Der der) throws CryptoException {
    String message = "invalid policy mappings extension";
    Der sequence = need(der.enter(Der.SEQUENCE), message);
    while (!sequence.isEmpty()) {
      Der mapping = need(sequence.enter(Der.SEQUENCE), message);
      PolicyId issuer = PolicyId.of(need(mapping.read(Der.OID), message).content());
      PolicyId subject = PolicyId.of(need(mapping.read(Der.OID), message).content());
      certificate.policyMappings.add(new X509Certificate.PolicyMapping(issuer, subject));
    }
  }

  private void policyConstraints(Der der) throws CryptoException {
    String message = "invalid policy constraints extension";
    Der sequence = need(der.enter(Der.SEQUENCE), message);
    if (sequence.peek(Der.context(0))) {
      certificate.requireExplicitPolicy = need(sequence.readLong(Der.context(0)), message);
    }
    if (sequence.peek(Der.context(1))) {
      certificate.inhibitPolicyMapping = need(sequence.readLong(Der.context(1)), message);
    }
  }

  private void extendedKeyUsage(Der der) throws CryptoException {
    String message = "invalid extended key usages";
    Der sequence = need(der.enter(Der.SEQUENCE), message);
    while (!sequence.isEmpty()) {
      ObjectIdentifier usage = need(sequence.readOid(), message);
      int number = USAGES.indexOf(usage);
      if (number >= 0) {
        certificate.extendedKeyUsages.add(number);
      } else {
        certificate.unknownExtendedKeyUsages.add(usage);
      }
    }
  }

  private void authorityInfo(Extension extension) throws CryptoException {
    if (extension.critical()) {
      throw x509("authority info access incorrectly marked critical");
    }
    String message = "invalid authority info access";
    Der sequence = need(new Der(extension.value()).enter(Der.SEQUENCE), message);
    while (!sequence.isEmpty()) {
      Der access = need(sequence.enter(Der.SEQUENCE), message);
      ObjectIdentifier method = need(access.readOid(), message);
      if (!access.peek(Der.context(6))) {
        continue;
      }
      String url = Asn1.goString(need(access.read(Der.context(6)), message).content());
      if (method.equals(OCSP)) {
        certificate.ocspServers.add(url);
      } else if (method.equals(CA_ISSUERS)) {
        certificate.issuingUrls.add(url);
      }
    }
  }
}
