package ms.continuu.attest.rego.crypto;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.net.GoUrl;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A certificate as Go's `crypto/x509` parses it. Filled in by its parser, read by all others.
public final class X509Certificate {
  byte[] raw = {};
  byte[] rawTbs = {};
  byte[] rawPublicKey = {};
  byte[] rawSubject = {};
  byte[] rawIssuer = {};
  byte[] signature = {};
  SignatureAlgorithm signatureAlgorithm = SignatureAlgorithm.UNKNOWN;
  int publicKeyAlgorithm;
  @Nullable Key publicKey;
  long version;
  java.math.BigInteger serialNumber = java.math.BigInteger.ZERO;
  X509Name issuer = new X509Name(List.of());
  X509Name subject = new X509Name(List.of());
  OffsetDateTime notBefore = OffsetDateTime.MIN;
  OffsetDateTime notAfter = OffsetDateTime.MIN;
  final List<Extension> extensions = new ArrayList<>();
  final List<ObjectIdentifier> unhandledCritical = new ArrayList<>();
  int keyUsage;
  final List<Integer> extendedKeyUsages = new ArrayList<>();
  final List<ObjectIdentifier> unknownExtendedKeyUsages = new ArrayList<>();
  boolean basicConstraintsValid;
  boolean isCa;

  /// -1 when not given; 0 also when there are no basic constraints.
  long maxPathLength;

  byte @Nullable [] subjectKeyId;
  byte @Nullable [] authorityKeyId;
  final List<String> ocspServers = new ArrayList<>();
  final List<String> issuingUrls = new ArrayList<>();
  AlternativeNames names = new AlternativeNames();
  boolean constraintsCritical;
  NameConstraints permitted = new NameConstraints();
  NameConstraints excluded = new NameConstraints();
  final List<String> crlDistributionPoints = new ArrayList<>();
  @Nullable List<PolicyId> policies;
  final List<PolicyMapping> policyMappings = new ArrayList<>();
  @Nullable Long requireExplicitPolicy;
  @Nullable Long inhibitPolicyMapping;
  @Nullable Long inhibitAnyPolicy;

  /// An extension that need not be understood.
  record Extension(ObjectIdentifier id, boolean critical, byte[] value) {}

  /// Subject alternative names by kind.
  static final class AlternativeNames {
    final List<String> dns = new ArrayList<>();
    final List<String> emails = new ArrayList<>();
    final List<byte[]> addresses = new ArrayList<>();
    final List<GoUrl> urls = new ArrayList<>();

    boolean isEmpty() {
      return dns.isEmpty() && emails.isEmpty() && addresses.isEmpty() && urls.isEmpty();
    }
  }

  /// One side of name constraints.
  static final class NameConstraints {
    final List<String> dns = new ArrayList<>();
    final List<AddressRange> addresses = new ArrayList<>();
    final List<String> emails = new ArrayList<>();
    final List<String> urlDomains = new ArrayList<>();
  }

  record AddressRange(byte[] address, byte[] mask) {
    boolean contains(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int i = 0; i < other.length; i++) {
        if ((address[i] & mask[i]) != (other[i] & mask[i])) {
          return false;
        }
      }
      return true;
    }
  }

  record PolicyMapping(PolicyId issuer, PolicyId subject) {}

  X509Certificate() {}

  /// The certificate that the DER is, and nothing behind it.
  public static X509Certificate parse(byte[] der) throws CryptoException {
    X509Certificate certificate = CertificateParser.parse(der);
    if (certificate.raw.length != der.length) {
      throw new CryptoException("x509: trailing data");
    }
    return certificate;
  }

  /// The certificates that the DER is, one after another.
  public static List<X509Certificate> parseAll(byte[] der) throws CryptoException {
    List<X509Certificate> certificates = new ArrayList<>();
    int at = 0;
    while (at < der.length) {
      X509Certificate certificate =
          CertificateParser.parse(java.util.Arrays.copyOfRange(der, at, der.length));
      certificates.add(certificate);
      at += certificate.raw.length;
    }
    return certificates;
  }

  /// The subject's key; null when its algorithm is unknown.
  public @Nullable Key publicKey() {
    return publicKey;
  }

  /// The fields as Go's JSON shows them.
  public Value toJson() {
    return CertificateJson.of(this).build();
  }

  /// The same with `URIStrings`, which OPA adds.
  public Value toJsonWithUriStrings() {
    return CertificateJson.of(this)
        .put("URIStrings", GoJson.list(names.urls, url -> GoJson.string(url.toString())))
        .build();
  }
}
