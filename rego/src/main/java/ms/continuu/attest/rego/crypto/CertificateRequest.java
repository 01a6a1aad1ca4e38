package ms.continuu.attest.rego.crypto;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.rego.crypto.Asn1.Node;
import ms.continuu.attest.rego.crypto.Asn1.Raw;
import ms.continuu.attest.rego.crypto.Asn1Shape.Field;
import ms.continuu.attest.rego.crypto.X509Certificate.AlternativeNames;
import ms.continuu.attest.rego.crypto.X509Certificate.Extension;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;

/// A PKCS #10 request as Go's `crypto/x509` parses and shows it.
public final class CertificateRequest {
  private static final ObjectIdentifier EXTENSION_REQUEST =
      ObjectIdentifier.of(1, 2, 840, 113549, 1, 9, 14);

  private static final Asn1Shape TO_BE_SIGNED =
      Asn1Shape.struct(
          "tbsCertificateRequest",
          Field.of(Asn1Shape.INT),
          Field.of(Asn1Shape.RAW),
          Field.of(KeyFiles.PUBLIC_KEY),
          Field.tagged(Asn1Shape.listOf("", Asn1Shape.RAW), 0));
  private static final Asn1Shape REQUEST =
      Asn1Shape.struct(
          "certificateRequest",
          Field.of(TO_BE_SIGNED),
          Field.of(KeyFiles.ALGORITHM),
          Field.of(Asn1Shape.BITS));
  private static final Asn1Shape TYPE_AND_VALUE =
      Asn1Shape.struct("AttributeTypeAndValue", Field.of(Asn1Shape.OID), Field.of(Asn1Shape.ANY));
  private static final Asn1Shape NAME =
      Asn1Shape.listOf(
          "RDNSequence", Asn1Shape.listOf("RelativeDistinguishedNameSET", TYPE_AND_VALUE));
  private static final Asn1Shape ATTRIBUTE =
      Asn1Shape.struct(
          "AttributeTypeAndValueSET",
          Field.of(Asn1Shape.OID),
          Field.set(Asn1Shape.listOf("", Asn1Shape.listOf("", TYPE_AND_VALUE))));
  private static final Asn1Shape RAW_ATTRIBUTE =
      Asn1Shape.struct(
          "pkcs10Attribute",
          Field.of(Asn1Shape.OID),
          Field.set(Asn1Shape.listOf("", Asn1Shape.RAW)));
  private static final Asn1Shape EXTENSIONS =
      Asn1Shape.listOf(
          "",
          Asn1Shape.struct(
              "Extension",
              Field.of(Asn1Shape.OID),
              Field.optional(Asn1Shape.BOOL),
              Field.of(Asn1Shape.OCTETS)));

  private CertificateRequest() {}

  /// The request's fields as Go's JSON shows them.
  public static Value parse(byte[] der) throws CryptoException {
    Asn1.Unmarshalled read = Asn1.unmarshal(der, REQUEST);
    if (read.trailing() != 0) {
      throw Asn1.syntax("trailing data");
    }
    Node request = read.node();
    Node signed = request.get(0, Node.class);
    Node algorithm = request.get(1, Node.class);
    Raw subject = signed.get(1, Raw.class);
    Node publicKey = signed.get(2, Node.class);
    int keyAlgorithm =
        CertificateParser.publicKeyAlgorithm(
            publicKey.get(0, Node.class).get(0, ObjectIdentifier.class));
    Key key = keyAlgorithm == 0 ? null : KeyFiles.publicKey(publicKey);
    X509Name name = name(subject.whole());
    List<Raw> attributes = Asn1.listOf(signed.get(3, List.class), Raw.class);
    List<Extension> extensions = extensions(attributes);
    AlternativeNames names = new AlternativeNames();
    for (Extension extension : extensions) {
      if (extension.id().is(2, 5, 29, 17)) {
        names = ExtensionParser.alternativeNames(extension.value());
      }
    }
    ObjectValue.Builder json = ObjectValue.builder();
    json.put("Raw", GoJson.bytes(request.whole()));
    json.put("RawTBSCertificateRequest", GoJson.bytes(signed.whole()));
    json.put("RawSubjectPublicKeyInfo", GoJson.bytes(publicKey.whole()));
    json.put("RawSubject", GoJson.bytes(subject.whole()));
    json.put("Version", NumberValue.of(signed.get(0, Long.class)));
    json.put("Signature", GoJson.bytes(request.get(2, Der.BitString.class).rightAligned()));
    SignatureAlgorithm signature =
        SignatureAlgorithm.of(
            algorithm.get(0, ObjectIdentifier.class), algorithm.get(1, Raw.class).whole());
    json.put("SignatureAlgorithm", NumberValue.of(signature.number()));
    json.put("PublicKeyAlgorithm", NumberValue.of(keyAlgorithm));
    json.put("PublicKey", GoJson.key(key));
    json.put("Subject", name.toJson());
    json.put("Attributes", GoJson.list(attributes(attributes), a -> a));
    json.put("Extensions", GoJson.list(extensions, CertificateJson::extension));
    json.put("ExtraExtensions", GoJson.NULL);
    CertificateJson.putNames(json, names);
    return json.build();
  }

  private static X509Name name(byte[] der) throws CryptoException {
    Asn1.Unmarshalled read = Asn1.unmarshal(der, NAME);
    if (read.trailing() != 0) {
      throw new CryptoException("x509: trailing data after X.509 Subject");
    }
    List<X509Name.Attribute> attributes = new ArrayList<>();
    for (List<?> set : Asn1.listOf(read.value(), List.class)) {
      for (Node attribute : Asn1.listOf(set, Node.class)) {
        attributes.add(
            new X509Name.Attribute(
                attribute.get(0, ObjectIdentifier.class), attribute.optional(1, Object.class)));
      }
    }
    return new X509Name(attributes);
  }

  /// Those attributes that have the shape which Go knows for them; others are skipped.
  private static List<Value> attributes(List<Raw> attributes) {
    List<Value> shown = new ArrayList<>();
    for (Raw raw : attributes) {
      try {
        Asn1.Unmarshalled read = Asn1.unmarshal(raw.whole(), ATTRIBUTE);
        if (read.trailing() == 0) {
          shown.add(attribute(read.node()));
        }
      } catch (CryptoException e) {
        // A challenge password or the like.
      }
    }
    return shown;
  }

  private static Value attribute(Node attribute) {
    List<Value> sets = new ArrayList<>();
    for (List<?> set : Asn1.listOf(attribute.get(1, List.class), List.class)) {
      List<Value> pairs = new ArrayList<>();
      for (Node pair : Asn1.listOf(set, Node.class)) {
        pairs.add(
            ObjectValue.builder(2)
                .put("Type", GoJson.oid(pair.get(0, ObjectIdentifier.class)))
                .put("Value", GoJson.any(pair.optional(1, Object.class)))
                .build());
      }
      sets.add(ArrayValue.of(pairs));
    }
    return ObjectValue.builder(2)
        .put("Type", GoJson.oid(attribute.get(0, ObjectIdentifier.class)))
        .put("Value", ArrayValue.of(sets))
        .build();
  }

  private static List<Extension> extensions(List<Raw> attributes) throws CryptoException {
    List<Extension> extensions = new ArrayList<>();
    Set<ObjectIdentifier> seen = new HashSet<>();
    for (Raw raw : attributes) {
      List<Raw> values = requested(raw);
      if (values.isEmpty()) {
        continue;
      }
      Object list = Asn1.unmarshal(values.getFirst().whole(), EXTENSIONS).value();
      for (Node node : Asn1.listOf(list, Node.class)) {
        Boolean critical = node.optional(1, Boolean.class);
        Extension extension =
            new Extension(
                node.get(0, ObjectIdentifier.class),
                critical != null && critical,
                node.get(2, byte[].class));
        if (!seen.add(extension.id())) {
          throw new CryptoException(
              "x509: certificate request contains duplicate requested extensions");
        }
        extensions.add(extension);
      }
    }
    return extensions;
  }

  /// The values of an attribute that requests extensions.
  private static List<Raw> requested(Raw attribute) {
    try {
      Asn1.Unmarshalled read = Asn1.unmarshal(attribute.whole(), RAW_ATTRIBUTE);
      boolean requests =
          read.trailing() == 0
              && read.node().get(0, ObjectIdentifier.class).equals(EXTENSION_REQUEST);
      return requests ? Asn1.listOf(read.node().get(1, List.class), Raw.class) : List.of();
    } catch (CryptoException e) {
      return List.of();
    }
  }
}
