package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads certificates with the strictness and the messages of Go's `crypto/x509`.
final class CertificateParser {
  private static final Pattern UTC_TIME =
      Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)?(Z|[+-]\\d{4})");
  private static final Pattern GENERALIZED_TIME =
      Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(Z|[+-]\\d{4})");

  private final X509Certificate certificate = new X509Certificate();

  private CertificateParser() {}

  /// The certificate at the start of the DER; `raw` tells how long it is.
  static X509Certificate parse(byte[] der) throws CryptoException {
    CertificateParser parser = new CertificateParser();
    parser.parseAll(der);
    return parser.certificate;
  }

  private void parseAll(byte[] der) throws CryptoException {
    Der.Element whole = need(new Der(der).read(Der.SEQUENCE), "malformed certificate");
    certificate.raw = whole.whole();
    Der outer = whole.reader();
    Der.Element tbsElement = need(outer.read(Der.SEQUENCE), "malformed tbs certificate");
    certificate.rawTbs = tbsElement.whole();
    Der tbs = tbsElement.reader();
    parseVersion(tbs);
    certificate.serialNumber = need(tbs.readInteger(), "malformed serial number");
    if (certificate.serialNumber.signum() < 0) {
      throw x509("negative serial number");
    }
    Der.Element inner = need(tbs.read(Der.SEQUENCE), "malformed signature algorithm identifier");
    Der.Element outerAlgorithm = need(outer.read(Der.SEQUENCE), "malformed algorithm identifier");
    if (!Arrays.equals(inner.content(), outerAlgorithm.content())) {
      throw x509("inner and outer signature algorithm identifiers don't match");
    }
    Algorithm algorithm = Algorithm.parse(inner.reader());
    certificate.signatureAlgorithm = SignatureAlgorithm.of(algorithm.oid, algorithm.parameters);
    certificate.rawIssuer = need(tbs.read(Der.SEQUENCE), "malformed issuer").whole();
    certificate.issuer = X509Name.parse(certificate.rawIssuer);
    Der validity = need(tbs.enter(Der.SEQUENCE), "malformed validity");
    certificate.notBefore = time(validity);
    certificate.notAfter = time(validity);
    certificate.rawSubject = need(tbs.read(Der.SEQUENCE), "malformed issuer").whole();
    certificate.subject = X509Name.parse(certificate.rawSubject);
    parsePublicKey(tbs);
    if (certificate.version > 1) {
      parseTail(tbs);
    }
    certificate.signature = need(outer.readBitString(), "malformed signature").rightAligned();
  }

  private void parseVersion(Der tbs) throws CryptoException {
    long version = 0;
    if (tbs.peek(Der.constructed(0))) {
      Der explicit = need(tbs.enter(Der.constructed(0)), "malformed version");
      version = need(explicit.readLong(Der.INTEGER), "malformed version");
      if (!explicit.isEmpty()) {
        throw x509("malformed version");
      }
    }
    if (version < 0) {
      throw x509("malformed version");
    }
    certificate.version = version + 1;
    if (certificate.version > 3 || certificate.version < 0) {
      throw x509("invalid version");
    }
  }

  private void parsePublicKey(Der tbs) throws CryptoException {
    Der.Element info = need(tbs.read(Der.SEQUENCE), "malformed spki");
    certificate.rawPublicKey = info.whole();
    Der spki = info.reader();
    Der algorithmSequence =
        need(spki.enter(Der.SEQUENCE), "malformed public key algorithm identifier");
    Algorithm algorithm = Algorithm.parse(algorithmSequence);
    certificate.publicKeyAlgorithm = publicKeyAlgorithm(algorithm.oid);
    byte[] bits = need(spki.readBitString(), "malformed subjectPublicKey").rightAligned();
    if (certificate.publicKeyAlgorithm != 0) {
      certificate.publicKey = KeyFiles.publicKey(algorithm.oid, algorithm.parameters, bits);
    }
  }

  /// Go's number of a key's algorithm.
  static int publicKeyAlgorithm(ObjectIdentifier oid) {
    if (oid.equals(KeyFiles.RSA)) {
      return 1;
    }
    if (oid.equals(KeyFiles.DSA)) {
      return 2;
    }
    if (oid.equals(KeyFiles.EC)) {
      return 3;
    }
    return oid.equals(KeyFiles.ED25519) ? 4 : 0;
  }

  private void parseTail(Der tbs) throws CryptoException {
    if (!tbs.skipOptional(Der.context(1))) {
      throw x509("malformed issuerUniqueID");
    }
    if (!tbs.skipOptional(Der.context(2))) {
      throw x509("malformed subjectUniqueID");
    }
    if (certificate.version != 3 || !tbs.peek(Der.constructed(3))) {
      return;
    }
    Der explicit = need(tbs.enter(Der.constructed(3)), "malformed extensions");
    Der extensions = need(explicit.enter(Der.SEQUENCE), "malformed extensions");
    Set<ObjectIdentifier> seen = new HashSet<>();
    while (!extensions.isEmpty()) {
      Der extension = need(extensions.enter(Der.SEQUENCE), "malformed extension");
      X509Certificate.Extension parsed = extension(extension);
      if (!seen.add(parsed.id())) {
        throw x509("certificate contains duplicate extension with OID \"" + parsed.id() + "\"");
      }
      certificate.extensions.add(parsed);
    }
    ExtensionParser.process(certificate);
  }

  private static X509Certificate.Extension extension(Der der) throws CryptoException {
    ObjectIdentifier id = need(der.readOid(), "malformed extension OID field");
    boolean critical = false;
    if (der.peek(Der.BOOLEAN)) {
      critical = need(der.readBoolean(), "malformed extension critical field");
    }
    byte[] value = need(der.read(Der.OCTET_STRING), "malformed extension value field").content();
    return new X509Certificate.Extension(id, critical, value);
  }

  private record Algorithm(ObjectIdentifier oid, byte[] parameters) {
    static Algorithm parse(Der der) throws CryptoException {
      ObjectIdentifier oid = need(der.readOid(), "malformed OID");
      if (der.isEmpty()) {
        return new Algorithm(oid, new byte[0]);
      }
      return new Algorithm(oid, need(der.readAny(), "malformed parameters").whole());
    }
  }

  private static OffsetDateTime time(Der der) throws CryptoException {
    if (der.peek(Der.UTC_TIME)) {
      Der.Element element = need(der.read(Der.UTC_TIME), "malformed UTCTime");
      return need(time(UTC_TIME, element, 2), "malformed UTCTime");
    }
    if (der.peek(Der.GENERALIZED_TIME)) {
      Der.Element element = need(der.read(Der.GENERALIZED_TIME), "malformed GeneralizedTime");
      return need(time(GENERALIZED_TIME, element, 4), "malformed GeneralizedTime");
    }
    throw x509("unsupported time format");
  }

  private static @Nullable OffsetDateTime time(Pattern pattern, Der.Element element, int digits) {
    Matcher match = pattern.matcher(Asn1.latin(element.content()));
    if (!match.matches()) {
      return null;
    }
    int year = Integer.parseInt(match.group(1));
    if (digits == 2) {
      year += year >= 50 ? 1900 : 2000;
    }
    String seconds = match.group(6);
    String zone = match.group(7);
    try {
      ZoneOffset offset = ZoneOffset.UTC;
      if (!zone.equals("Z")) {
        offset = ZoneOffset.of(zone);
        if (offset.equals(ZoneOffset.UTC)) {
          return null;
        }
      }
      return OffsetDateTime.of(
          year,
          Integer.parseInt(match.group(2)),
          Integer.parseInt(match.group(3)),
          Integer.parseInt(match.group(4)),
          Integer.parseInt(match.group(5)),
          seconds == null ? 0 : Integer.parseInt(seconds),
          0,
          offset);
    } catch (DateTimeException e) {
      return null;
    }
  }

  static <T> T need(@Nullable T value, String message) throws CryptoException {
    if (value == null) {
      throw x509(message);
    }
    return value;
  }

  static CryptoException x509(String message) {
    return new CryptoException("x509: " + message);
  }

  /// The integer as a long; null when it does not fit.
  static @Nullable Long longOf(@Nullable BigInteger value) {
    return value == null || value.bitLength() > 63 ? null : Long.valueOf(value.longValue());
  }
}
