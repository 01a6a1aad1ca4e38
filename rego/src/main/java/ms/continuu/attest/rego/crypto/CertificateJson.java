package ms.continuu.attest.rego.crypto;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import ms.continuu.attest.rego.crypto.X509Certificate.AddressRange;
import ms.continuu.attest.rego.crypto.X509Certificate.AlternativeNames;
import ms.continuu.attest.rego.crypto.X509Certificate.NameConstraints;
import ms.continuu.attest.rego.net.GoUrl;
import ms.continuu.attest.rego.net.IpAddress;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Certificates and their parts as Go's JSON shows the structures of `crypto/x509`.
final class CertificateJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private CertificateJson() {}

  static ObjectValue.Builder of(X509Certificate c) {
    ObjectValue.Builder json = ObjectValue.builder();
    json.put("Raw", GoJson.bytes(c.raw));
    json.put("RawTBSCertificate", GoJson.bytes(c.rawTbs));
    json.put("RawSubjectPublicKeyInfo", GoJson.bytes(c.rawPublicKey));
    json.put("RawSubject", GoJson.bytes(c.rawSubject));
    json.put("RawIssuer", GoJson.bytes(c.rawIssuer));
    json.put("Signature", GoJson.bytes(c.signature));
    json.put("SignatureAlgorithm", NumberValue.of(c.signatureAlgorithm.number()));
    json.put("PublicKeyAlgorithm", NumberValue.of(c.publicKeyAlgorithm));
    json.put("PublicKey", GoJson.key(c.publicKey));
    json.put("Version", NumberValue.of(c.version));
    json.put("SerialNumber", GoJson.number(c.serialNumber));
    json.put("Issuer", c.issuer.toJson());
    json.put("Subject", c.subject.toJson());
    json.put("NotBefore", time(c.notBefore));
    json.put("NotAfter", time(c.notAfter));
    json.put("KeyUsage", NumberValue.of(c.keyUsage));
    json.put("Extensions", GoJson.list(c.extensions, CertificateJson::extension));
    json.put("ExtraExtensions", GoJson.NULL);
    json.put("UnhandledCriticalExtensions", GoJson.list(c.unhandledCritical, GoJson::oid));
    json.put("ExtKeyUsage", GoJson.list(c.extendedKeyUsages, usage -> NumberValue.of(usage)));
    json.put("UnknownExtKeyUsage", GoJson.list(c.unknownExtendedKeyUsages, GoJson::oid));
    json.put("BasicConstraintsValid", GoJson.bool(c.basicConstraintsValid));
    json.put("IsCA", GoJson.bool(c.isCa));
    json.put("MaxPathLen", NumberValue.of(c.maxPathLength));
    json.put("MaxPathLenZero", GoJson.bool(c.basicConstraintsValid && c.maxPathLength == 0));
    json.put("SubjectKeyId", GoJson.bytes(c.subjectKeyId));
    json.put("AuthorityKeyId", GoJson.bytes(c.authorityKeyId));
    json.put("OCSPServer", GoJson.strings(c.ocspServers));
    json.put("IssuingCertificateURL", GoJson.strings(c.issuingUrls));
    putNames(json, c.names);
    json.put("PermittedDNSDomainsCritical", GoJson.bool(c.constraintsCritical));
    putConstraints(json, "Permitted", c.permitted);
    putConstraints(json, "Excluded", c.excluded);
    json.put("CRLDistributionPoints", GoJson.strings(c.crlDistributionPoints));
    putPolicies(json, c);
    return json;
  }

  static void putNames(ObjectValue.Builder json, AlternativeNames names) {
    json.put("DNSNames", GoJson.strings(names.dns));
    json.put("EmailAddresses", GoJson.strings(names.emails));
    json.put(
        "IPAddresses",
        GoJson.list(names.addresses, address -> StringValue.of(IpAddress.text(address))));
    json.put("URIs", GoJson.list(names.urls, CertificateJson::url));
  }

  private static void putConstraints(
      ObjectValue.Builder json, String side, NameConstraints constraints) {
    json.put(side + "DNSDomains", GoJson.strings(constraints.dns));
    json.put(side + "IPRanges", GoJson.list(constraints.addresses, CertificateJson::range));
    json.put(side + "EmailAddresses", GoJson.strings(constraints.emails));
    json.put(side + "URIDomains", GoJson.strings(constraints.urlDomains));
  }

  private static void putPolicies(ObjectValue.Builder json, X509Certificate c) {
    List<PolicyId> policies = c.policies;
    if (policies == null) {
      json.put("PolicyIdentifiers", GoJson.NULL);
      json.put("Policies", GoJson.NULL);
    } else {
      List<ObjectIdentifier> small =
          policies.stream()
              .filter(id -> id.arcs().stream().allMatch(arc -> arc.bitLength() < 32))
              .map(CertificateJson::small)
              .toList();
      json.put(
          "PolicyIdentifiers",
          small.isEmpty() ? ArrayValue.EMPTY : GoJson.list(small, GoJson::oid));
      json.put("Policies", GoJson.list(policies, id -> StringValue.of(id.toString())));
    }
    json.put(
        "PolicyMappings",
        GoJson.list(
            c.policyMappings,
            mapping ->
                ObjectValue.builder(2)
                    .put("IssuerDomainPolicy", StringValue.of(mapping.issuer().toString()))
                    .put("SubjectDomainPolicy", StringValue.of(mapping.subject().toString()))
                    .build()));
    putSkips(json, "InhibitAnyPolicy", c.inhibitAnyPolicy);
    putSkips(json, "InhibitPolicyMapping", c.inhibitPolicyMapping);
    putSkips(json, "RequireExplicitPolicy", c.requireExplicitPolicy);
  }

  private static ObjectIdentifier small(PolicyId id) {
    return new ObjectIdentifier(id.arcs().stream().map(arc -> arc.intValue()).toList());
  }

  private static void putSkips(ObjectValue.Builder json, String name, @Nullable Long skips) {
    json.put(name, NumberValue.of(skips == null ? 0 : skips));
    json.put(name + "Zero", GoJson.bool(skips != null && skips == 0));
  }

  static Value extension(X509Certificate.Extension extension) {
    return ObjectValue.builder(3)
        .put("Id", GoJson.oid(extension.id()))
        .put("Critical", GoJson.bool(extension.critical()))
        .put("Value", GoJson.bytes(extension.value()))
        .build();
  }

  private static Value range(AddressRange range) {
    return ObjectValue.builder(2)
        .put("IP", StringValue.of(IpAddress.text(range.address())))
        .put("Mask", GoJson.bytes(range.mask()))
        .build();
  }

  private static Value url(GoUrl url) {
    ObjectValue.Builder json = ObjectValue.builder();
    json.put("Scheme", GoJson.string(url.scheme()));
    json.put("Opaque", GoJson.string(url.opaque()));
    json.put("User", url.user() == null ? GoJson.NULL : ObjectValue.EMPTY);
    json.put("Host", GoJson.string(url.host()));
    json.put("Path", GoJson.string(url.path()));
    json.put("Fragment", GoJson.string(url.fragment()));
    json.put("RawQuery", GoJson.string(url.rawQuery()));
    json.put("RawPath", GoJson.string(url.rawPath()));
    json.put("RawFragment", GoJson.string(url.rawFragment()));
    json.put("ForceQuery", GoJson.bool(url.forceQuery()));
    json.put("OmitHost", GoJson.bool(url.omitHost()));
    return json.build();
  }

  private static Value time(OffsetDateTime time) {
    String zone = time.getOffset().equals(ZoneOffset.UTC) ? "Z" : time.getOffset().getId();
    return StringValue.of(TIME.format(time) + zone);
  }
}
