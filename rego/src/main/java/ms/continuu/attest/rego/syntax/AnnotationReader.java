package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.rego.host.YamlNode;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The YAML value of a `# METADATA` block to annotations, with OPA's words for what is wrong.
final class AnnotationReader {
  private static final ParseOptions PLAIN = ParseOptions.of(RegoVersion.V1);

  private final AnnotationFields fields;

  private AnnotationReader(AnnotationFields fields) {
    this.fields = fields;
  }

  /// @param root the block's YAML; null when there is none
  static Annotations read(@Nullable YamlNode root, Location location) throws AnnotationFault {
    AnnotationFields fields = AnnotationFields.of(root);
    return new AnnotationReader(fields).annotations(location);
  }

  private Annotations annotations(Location location) throws AnnotationFault {
    List<Annotations.RelatedResource> resources = new ArrayList<>();
    for (Value resource : fields.items("related_resources")) {
      resources.add(resource(resource));
    }
    Value compile = fields.object("compile");
    if (compile != null) {
      checkCompile((ObjectValue) compile);
    }
    List<Annotations.SchemaAnnotation> schemas = new ArrayList<>();
    for (Value schema : fields.items("schemas")) {
      schemas.add(schema((ObjectValue) schema));
    }
    List<Annotations.Author> authors = new ArrayList<>();
    for (Value author : fields.items("authors")) {
      authors.add(author(author));
    }
    return new Annotations(
        fields.text("scope"),
        fields.text("title"),
        fields.text("description"),
        fields.flag("entrypoint"),
        fields.texts("organizations"),
        resources,
        authors,
        schemas,
        compile,
        withTextKeys(fields.object("labels")),
        withTextKeys(fields.object("custom")),
        location);
  }

  private static @Nullable ObjectValue withTextKeys(@Nullable ObjectValue object)
      throws AnnotationFault {
    if (object == null) {
      return null;
    }
    for (int i = 0; i < object.size(); i++) {
      checkKeys(object.valueAt(i), List.of());
    }
    return object;
  }

  /// A map with keys that are no strings is refused, but only where OPA looks: a map with none but
  /// strings for keys is not looked into.
  private static void checkKeys(Value value, List<String> path) throws AnnotationFault {
    if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        List<String> inner = new ArrayList<>(path);
        inner.add(Integer.toString(i));
        checkKeys(array.get(i), inner);
      }
    } else if (value instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        if (!(object.keyAt(i) instanceof StringValue)) {
          throw new AnnotationFault("invalid map key type(s): " + String.join("/", path));
        }
      }
    }
  }

  private static String member(ObjectValue object, String name) {
    return object.get(StringValue.of(name)) instanceof StringValue text ? text.text().strip() : "";
  }

  private static Annotations.RelatedResource resource(Value value) throws AnnotationFault {
    try {
      checkKeys(value, List.of());
      return switch (value) {
        case StringValue text when text.text().isEmpty() ->
            throw new AnnotationFault("ref URL may not be empty string");
        case StringValue text -> new Annotations.RelatedResource(GoUrl.normalize(text.text()), "");
        case ObjectValue object -> {
          String ref = member(object, "ref");
          if (ref.isEmpty()) {
            throw new AnnotationFault("'ref' value required in object");
          }
          yield new Annotations.RelatedResource(
              GoUrl.normalize(ref), member(object, "description"));
        }
        default -> throw new AnnotationFault("invalid value type, must be string or map");
      };
    } catch (AnnotationFault | GoUrl.UrlFault fault) {
      throw new AnnotationFault(
          "invalid related-resource definition "
              + AnnotationYaml.goText(value)
              + ": "
              + fault.getMessage());
    }
  }

  private static Annotations.Author author(Value value) throws AnnotationFault {
    try {
      checkKeys(value, List.of());
      return switch (value) {
        case StringValue text -> author(text.text());
        case ObjectValue object -> {
          String name = member(object, "name");
          String email = member(object, "email");
          if (name.isEmpty() && email.isEmpty()) {
            throw new AnnotationFault("'name' and/or 'email' values required in object");
          }
          yield new Annotations.Author(name, email);
        }
        default -> throw new AnnotationFault("invalid value type, must be string or map");
      };
    } catch (AnnotationFault fault) {
      throw new AnnotationFault(
          "invalid author definition " + AnnotationYaml.goText(value) + ": " + fault.getMessage());
    }
  }

  /// `name <email>`; the address is the last word.
  private static Annotations.Author author(String text) throws AnnotationFault {
    List<String> words =
        Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty()) {
      throw new AnnotationFault("author is an empty string");
    }
    String last = words.getLast();
    if (last.length() < 2 || !last.startsWith("<") || !last.endsWith(">")) {
      return new Annotations.Author(String.join(" ", words), "");
    }
    return new Annotations.Author(
        String.join(" ", words.subList(0, words.size() - 1)), last.substring(1, last.length() - 1));
  }

  private static Annotations.SchemaAnnotation schema(ObjectValue pair) throws AnnotationFault {
    String key = pair.size() > 0 && pair.keyAt(0) instanceof StringValue text ? text.text() : "";
    Term.Ref path = ref(key).tree();
    if (path == null) {
      throw new AnnotationFault("invalid document reference");
    }
    Value value = pair.size() > 0 ? pair.valueAt(0) : NullValue.NULL;
    return switch (value) {
      case StringValue text -> new Annotations.SchemaAnnotation(path, schemaRef(text.text()), null);
      case ObjectValue object -> {
        try {
          checkKeys(object, List.of());
        } catch (AnnotationFault fault) {
          throw new AnnotationFault("invalid schema definition: " + fault.getMessage());
        }
        yield new Annotations.SchemaAnnotation(path, null, object);
      }
      default ->
          throw new AnnotationFault("invalid schema declaration for path " + RegoText.quote(key));
    };
  }

  /// `schema`, or a ref that begins with it.
  private static Term.Ref schemaRef(String text) throws AnnotationFault {
    Term term = Parser.term(new SourceFile("", text), PLAIN).tree();
    if (term instanceof Term.Var variable && variable.name().equals("schema")) {
      return new Term.Ref(List.of(Nodes.at(variable, Location.NONE)), Location.NONE);
    }
    if (term instanceof Term.Ref ref
        && ref.head() instanceof Term.Var variable
        && variable.name().equals("schema")) {
      return ref;
    }
    throw new AnnotationFault("invalid schema reference");
  }

  private static Parsed<Term.Ref> ref(String text) {
    return Parser.ref(new SourceFile("", text), PLAIN);
  }

  private static void checkCompile(ObjectValue compile) throws AnnotationFault {
    if (compile.get(StringValue.of("unknowns")) instanceof ArrayValue unknowns) {
      for (Value unknown : unknowns) {
        if (unknown instanceof StringValue text) {
          Parsed<Term.Ref> parsed = ref(text.text());
          if (parsed.tree() == null) {
            throw new AnnotationFault(
                "invalid unknowns element "
                    + RegoText.quote(text.text())
                    + ": "
                    + faultOfRef(parsed.diagnostics()));
          }
        }
      }
    }
    if (compile.get(StringValue.of("mask_rule")) instanceof StringValue mask) {
      checkMask(mask.text());
    }
  }

  private static void checkMask(String mask) throws AnnotationFault {
    Parsed<Term> parsed = Parser.term(new SourceFile("", mask), PLAIN);
    Term term = parsed.tree();
    if (term == null) {
      throw new AnnotationFault(
          "invalid mask_rule annotation "
              + RegoText.quote(mask)
              + ": "
              + faultOfTerm(parsed.diagnostics()));
    }
    boolean named =
        term instanceof Term.Var
            || term instanceof Term.Ref
            || term instanceof Term.Scalar scalar && scalar.value() instanceof StringValue;
    if (!named) {
      throw new AnnotationFault(
          "invalid mask_rule annotation type " + RegoText.quote(mask) + ": string");
    }
  }

  private static String faultOfRef(List<Diagnostic> diagnostics) {
    String fault = faultOfTerm(diagnostics);
    return fault.startsWith("expected ref") ? fault : "failed to parse ref: " + fault;
  }

  private static String faultOfTerm(List<Diagnostic> diagnostics) {
    String text = ParseErrors.text(diagnostics);
    return diagnostics.getFirst().code().isEmpty() ? text : "failed to parse term: " + text;
  }
}
