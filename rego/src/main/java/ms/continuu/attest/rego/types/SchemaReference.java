package ms.continuu.attest.rego.types;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A reference to a schema: a URI with a JSON pointer as its fragment.
///
/// @param document the URI without fragment; empty for the document at hand
/// @param fragment as it was written
record SchemaReference(String document, String fragment) {

  static SchemaReference parse(String text) throws SchemaException {
    SchemaReference reference = tryParse(text);
    if (reference == null) {
      throw new SchemaException("parse \"" + text + "\": invalid URL");
    }
    return reference;
  }

  static @Nullable SchemaReference tryParse(String text) {
    int hash = text.indexOf('#');
    String document = hash < 0 ? text : text.substring(0, hash);
    try {
      URI.create(document.replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      return null;
    }
    return new SchemaReference(document, hash < 0 ? "" : text.substring(hash + 1));
  }

  String text() {
    return fragment.isEmpty() ? document : document + "#" + fragment;
  }

  /// What a reference means that stands here.
  SchemaReference resolve(SchemaReference relative) {
    if (relative.document.isEmpty()) {
      return new SchemaReference(document, relative.fragment);
    }
    // Go resolves to a path from the root, even where there is no base.
    URI base = URI.create(document.isEmpty() ? "/" : document.replace(" ", "%20"));
    URI target = base.resolve(URI.create(relative.document.replace(" ", "%20")));
    return new SchemaReference(target.toString(), relative.fragment);
  }

  SchemaReference withoutFragment() {
    return new SchemaReference(document, "");
  }

  boolean isCanonical() {
    URI uri = URI.create(document.replace(" ", "%20"));
    if ("file".equals(uri.getScheme())) {
      return uri.getPath() != null && uri.getPath().startsWith("/");
    }
    return uri.getScheme() != null && uri.getHost() != null;
  }

  String host() {
    String host = URI.create(document.replace(" ", "%20")).getHost();
    return host == null ? "" : host;
  }

  /// What the fragment points at in a document.
  Value select(Value content) throws SchemaException {
    String pointer = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    if (!pointer.startsWith("/")) {
      return content;
    }
    Value node = content;
    for (String token : pointer.substring(1).split("/", -1)) {
      node =
          switch (node) {
            case ObjectValue object -> member(object, token.replace("~1", "/").replace("~0", "~"));
            case ArrayValue array -> item(array, token);
            default -> throw new SchemaException("Invalid token reference '" + token + "'");
          };
    }
    return node;
  }

  private static Value member(ObjectValue object, String name) throws SchemaException {
    Value value = object.get(name);
    if (value == null) {
      throw new SchemaException("Object has no key '" + name + "'");
    }
    return value;
  }

  private static Value item(ArrayValue array, String token) throws SchemaException {
    int index;
    try {
      index = Integer.parseInt(token);
    } catch (NumberFormatException e) {
      throw new SchemaException("Invalid array index '" + token + "'");
    }
    if (index < 0 || index >= array.size()) {
      throw new SchemaException("Out of bound array[0," + array.size() + "] index '" + index + "'");
    }
    return array.get(index);
  }
}
