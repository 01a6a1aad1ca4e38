package ms.continuu.attest.rego.builtin;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.rego.crypto.CertificateChain;
import ms.continuu.attest.rego.crypto.CertificateRequest;
import ms.continuu.attest.rego.crypto.CryptoException;
import ms.continuu.attest.rego.crypto.GoBase64;
import ms.continuu.attest.rego.crypto.KeyPair;
import ms.continuu.attest.rego.crypto.Pem;
import ms.continuu.attest.rego.crypto.X509Certificate;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// `crypto.x509.*` of certificates and requests.
final class Certificates implements BuiltinFamily {
  private static final Value REFUSED = ArrayValue.of(BooleanValue.FALSE, ArrayValue.EMPTY);
  private static final String BEGIN = "-----BEGIN";
  private static final String REQUEST = "CERTIFICATE REQUEST";

  /// Names of key usages, each at the place of Go's number for it.
  private static final List<String> USAGES =
      List.of(
          "KeyUsageAny",
          "KeyUsageServerAuth",
          "KeyUsageClientAuth",
          "KeyUsageCodeSigning",
          "KeyUsageEmailProtection",
          "KeyUsageIPSECEndSystem",
          "KeyUsageIPSECTunnel",
          "KeyUsageIPSECUser",
          "KeyUsageTimeStamping",
          "KeyUsageOCSPSigning",
          "KeyUsageMicrosoftServerGatedCrypto",
          "KeyUsageNetscapeServerGatedCrypto",
          "KeyUsageMicrosoftCommercialCodeSigning",
          "KeyUsageMicrosoftKernelCodeSigning");

  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("crypto.x509.parse_certificates", Certificates::parse);
    registry.add("crypto.x509.parse_and_verify_certificates", Certificates::verify);
    registry.add(
        "crypto.x509.parse_and_verify_certificates_with_options", Certificates::verifyWithOptions);
    registry.add("crypto.x509.parse_certificate_request", Certificates::parseRequest);
    registry.add("crypto.x509.parse_keypair", Certificates::parseKeyPair);
  }

  private static Value parse(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    try {
      return json(certificates(text), X509Certificate::toJsonWithUriStrings);
    } catch (CryptoException e) {
      throw BuiltinFault.of(e.text());
    }
  }

  private interface ToJson {
    Value of(X509Certificate certificate);
  }

  /// An array of certificates.
  private static Value json(List<X509Certificate> certificates, ToJson toJson) {
    List<Value> values = new ArrayList<>(certificates.size());
    certificates.forEach(certificate -> values.add(toJson.of(certificate)));
    return ArrayValue.of(values);
  }

  private static List<X509Certificate> certificates(String text) throws CryptoException {
    if (text.startsWith(BEGIN)) {
      return certificatesOfPem(Utf8.encode(text));
    }
    byte[] bytes = GoBase64.STANDARD.decode(text);
    byte[] begin = Utf8.encode(BEGIN);
    if (bytes.length >= begin.length
        && Arrays.equals(bytes, 0, begin.length, begin, 0, begin.length)) {
      return certificatesOfPem(bytes);
    }
    return X509Certificate.parseAll(bytes);
  }

  private static List<X509Certificate> certificatesOfPem(byte[] pem) throws CryptoException {
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    for (Pem block : Pem.all(pem)) {
      if (!block.type().equals("CERTIFICATE")) {
        throw new CryptoException("PEM block type is '" + block.type() + "', expected CERTIFICATE");
      }
      der.writeBytes(block.bytes());
    }
    return X509Certificate.parseAll(der.toByteArray());
  }

  private static Value verify(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    List<X509Certificate> certificates;
    try {
      certificates = certificates(text);
    } catch (CryptoException e) {
      return REFUSED;
    }
    return verified(
        certificates,
        new CertificateChain.Demand("", now(context), List.of()),
        X509Certificate::toJsonWithUriStrings);
  }

  private static Instant now(BuiltinContext context) {
    return Instant.ofEpochSecond(0, context.host().nowNanos());
  }

  private static Value verified(
      List<X509Certificate> certificates, CertificateChain.Demand demand, ToJson toJson) {
    List<X509Certificate> chain = CertificateChain.find(certificates, demand);
    return chain == null ? REFUSED : ArrayValue.of(BooleanValue.TRUE, json(chain, toJson));
  }

  private static Value verifyWithOptions(BuiltinContext context, Value[] operands)
      throws BuiltinFault {
    String text = Operands.text(operands, 1);
    ObjectValue options = Operands.object(operands, 2);
    List<X509Certificate> certificates;
    try {
      certificates = certificates(text);
    } catch (CryptoException e) {
      return REFUSED;
    }
    return verified(certificates, demand(context, options), X509Certificate::toJson);
  }

  private static CertificateChain.Demand demand(BuiltinContext context, ObjectValue options)
      throws BuiltinFault {
    String dnsName = "";
    Instant time = now(context);
    List<Integer> usages = List.of();
    for (int i = 0; i < options.size(); i++) {
      if (!(options.keyAt(i) instanceof StringValue key)) {
        continue;
      }
      Value value = options.valueAt(i);
      switch (key.text()) {
        case "DNSName" -> {
          if (!(value instanceof StringValue name)) {
            throw BuiltinFault.of("'DNSName' should be a string");
          }
          dnsName = unquoted(name.text());
        }
        case "CurrentTime" -> {
          if (!(value instanceof NumberValue nanos)) {
            throw BuiltinFault.of("'CurrentTime' should be a number");
          }
          if (!nanos.isLong()) {
            throw BuiltinFault.of("'CurrentTime' should be a valid int64 number");
          }
          time = Instant.ofEpochSecond(0, nanos.longValue());
        }
        case "MaxConstraintComparisons" -> {
          if (!(value instanceof NumberValue comparisons)) {
            throw BuiltinFault.of("'MaxConstraintComparisons' should be a number");
          }
          if (!comparisons.isLong()) {
            throw BuiltinFault.of("'MaxConstraintComparisons' should be a valid number");
          }
        }
        case "KeyUsages" -> usages = usages(value);
        default -> throw BuiltinFault.of("invalid key option");
      }
    }
    return new CertificateChain.Demand(dnsName, time, usages);
  }

  private static String unquoted(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == '"') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == '"') {
      end--;
    }
    return text.substring(start, end);
  }

  private static List<Integer> usages(Value value) throws BuiltinFault {
    List<Value> names =
        switch (value) {
          case ArrayValue array -> array.asList();
          case SetValue set -> set.asList();
          default -> throw BuiltinFault.of("'KeyUsages' should be an Array or Set");
        };
    List<Integer> usages = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    for (Value name : names) {
      if (name instanceof StringValue string) {
        String text = unquoted(string.text());
        int number = USAGES.indexOf(text);
        if (number < 0) {
          invalid.add(text);
        } else {
          usages.add(number);
        }
      }
    }
    if (!invalid.isEmpty()) {
      throw BuiltinFault.of(
          "invalid entries for 'KeyUsages' found: [" + String.join(" ", invalid) + "]");
    }
    return usages;
  }

  private static Value parseRequest(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    try {
      byte[] bytes =
          text.startsWith("-----BEGIN " + REQUEST + "-----")
              ? Utf8.encode(text)
              : GoBase64.STANDARD.decode(text);
      Pem block = Pem.first(bytes);
      if (block != null && !block.type().equals(REQUEST)) {
        throw new CryptoException("invalid PEM-encoded certificate signing request");
      }
      return CertificateRequest.parse(block == null ? bytes : block.bytes());
    } catch (CryptoException e) {
      throw BuiltinFault.of(e.text());
    }
  }

  private static Value parseKeyPair(BuiltinContext context, Value[] operands) throws BuiltinFault {
    byte[] certificate = Operands.bytes(operands, 1);
    if (!(operands[1] instanceof StringValue key)) {
      throw Operands.wrong(1, "must be string but got " + operands[1].typeName());
    }
    try {
      return KeyPair.parseLoosely(certificate, key.bytes()).toJson();
    } catch (CryptoException e) {
      throw BuiltinFault.of(e.text());
    }
  }
}
