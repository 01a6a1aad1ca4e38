package ms.continuu.attest.rego.crypto;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A distinguished name as Go's `pkix.Name` shows it.
///
/// @param attributes in the order of the certificate
record X509Name(List<Attribute> attributes) {

  /// @param value a [String], or in a request any of the values of [Asn1], or null
  record Attribute(ObjectIdentifier type, @Nullable Object value) {
    Value toJson() {
      return ObjectValue.builder(2)
          .put("Type", GoJson.oid(type))
          .put("Value", GoJson.any(value))
          .build();
    }
  }

  /// Reads an `RDNSequence` element.
  static X509Name parse(byte[] element) throws CryptoException {
    Der sets = new Der(element).enter(Der.SEQUENCE);
    if (sets == null) {
      throw invalid("");
    }
    List<Attribute> attributes = new ArrayList<>();
    while (!sets.isEmpty()) {
      Der set = sets.enter(Der.SET);
      if (set == null) {
        throw invalid("");
      }
      while (!set.isEmpty()) {
        attributes.add(parseAttribute(set));
      }
    }
    return new X509Name(attributes);
  }

  private static Attribute parseAttribute(Der set) throws CryptoException {
    Der attribute = set.enter(Der.SEQUENCE);
    if (attribute == null) {
      throw invalid(": invalid attribute");
    }
    ObjectIdentifier type = attribute.readOid();
    if (type == null) {
      throw invalid(": invalid attribute type");
    }
    Der.Element value = attribute.readAny();
    if (value == null) {
      throw invalid(": invalid attribute value");
    }
    try {
      return new Attribute(type, Asn1Strings.decode(value.tag(), value.content()));
    } catch (CryptoException e) {
      throw invalid(": invalid attribute value: " + e.text());
    }
  }

  private static CryptoException invalid(String where) {
    return new CryptoException("x509: invalid RDNSequence" + where);
  }

  Value toJson() {
    ObjectValue.Builder json = ObjectValue.builder();
    json.put("Country", all(6));
    json.put("Organization", all(10));
    json.put("OrganizationalUnit", all(11));
    json.put("Locality", all(7));
    json.put("Province", all(8));
    json.put("StreetAddress", all(9));
    json.put("PostalCode", all(17));
    json.put("SerialNumber", last(5));
    json.put("CommonName", last(3));
    json.put("Names", GoJson.list(attributes, Attribute::toJson));
    json.put("ExtraNames", GoJson.NULL);
    return json.build();
  }

  /// The texts of the attributes `2.5.4.<arc>`.
  private List<String> texts(int arc) {
    List<String> texts = new ArrayList<>();
    for (Attribute attribute : attributes) {
      List<Integer> arcs = attribute.type.arcs();
      if (arcs.size() == 4
          && arcs.subList(0, 3).equals(List.of(2, 5, 4))
          && arcs.get(3) == arc
          && attribute.value instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }

  String commonName() {
    List<String> names = texts(3);
    return names.isEmpty() ? "" : names.getLast();
  }

  private Value all(int arc) {
    return GoJson.strings(texts(arc));
  }

  private Value last(int arc) {
    List<String> texts = texts(arc);
    return texts.isEmpty() ? StringValue.EMPTY : GoJson.string(texts.getLast());
  }
}
