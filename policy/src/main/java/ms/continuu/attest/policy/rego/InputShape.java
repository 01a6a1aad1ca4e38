package ms.continuu.attest.policy.rego;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.rego.syntax.AstJson;
import ms.continuu.attest.rego.syntax.AstJson.UnwritableTree;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// What a policy expects as its input, told by what it refers to.
enum InputShape {
  /// The document itself, as conftest gives it.
  DOCUMENT("input"),
  /// The document as `input.resource`.
  RESOURCE("input.resource"),
  /// An admission review as Gatekeeper gives it: the document is `input.review.object`.
  REVIEW("input.review.object");

  /// A cheap look before the exact one.
  private static final Pattern MENTION = Pattern.compile("\\b(resource|review)\\b");

  private final String label;

  InputShape(String label) {
    this.label = label;
  }

  /// Where the document stands.
  String label() {
    return label;
  }

  /// The shape that the modules of one package expect.
  static InputShape of(Iterable<Module> modules) {
    for (Module module : modules) {
      if (MENTION.matcher(module.source().text()).find()) {
        InputShape shape = exactly(module);
        if (shape != DOCUMENT) {
          return shape;
        }
      }
    }
    return DOCUMENT;
  }

  private static InputShape exactly(Module module) {
    try {
      return in(AstJson.value(module));
    } catch (UnwritableTree e) {
      return DOCUMENT;
    }
  }

  private static InputShape in(Value node) {
    if (node instanceof ArrayValue array) {
      InputShape shape = ofRef(array);
      for (int i = 0; shape == DOCUMENT && i < array.size(); i++) {
        shape = in(array.get(i));
      }
      return shape;
    }
    InputShape shape = DOCUMENT;
    if (node instanceof ObjectValue object) {
      for (int i = 0; shape == DOCUMENT && i < object.size(); i++) {
        shape = in(object.valueAt(i));
      }
    }
    return shape;
  }

  /// The terms of a ref that begins `input.resource` or `input.review`.
  private static InputShape ofRef(ArrayValue terms) {
    if (terms.size() < 2 || !isTerm(terms.get(0), "var", Set.of("input"))) {
      return DOCUMENT;
    }
    if (isTerm(terms.get(1), "string", Set.of("resource"))) {
      return RESOURCE;
    }
    return isTerm(terms.get(1), "string", Set.of("review")) ? REVIEW : DOCUMENT;
  }

  private static boolean isTerm(Value term, String type, Set<String> names) {
    return term instanceof ObjectValue object
        && object.get("type") instanceof StringValue told
        && told.text().equals(type)
        && object.get("value") instanceof StringValue name
        && names.contains(name.text());
  }

  /// Where in the input the document stands.
  List<Value> at() {
    return switch (this) {
      case DOCUMENT -> List.of();
      case RESOURCE -> List.of(StringValue.of("resource"));
      case REVIEW -> List.of(StringValue.of("review"), StringValue.of("object"));
    };
  }

  /// The input for a subject.
  ///
  /// @param parameters what the policy is configured with
  Value wrap(Subject subject, ObjectValue parameters) {
    return switch (this) {
      case DOCUMENT -> subject.value();
      case RESOURCE ->
          ObjectValue.builder()
              .put(StringValue.of("resource"), subject.value())
              .put(StringValue.of("parameters"), parameters)
              .build();
      case REVIEW ->
          ObjectValue.builder()
              .put(StringValue.of("review"), review(subject))
              .put(StringValue.of("parameters"), parameters)
              .build();
    };
  }

  private static ObjectValue review(Subject subject) {
    ObjectValue object = subject.value() instanceof ObjectValue o ? o : ObjectValue.EMPTY;
    ObjectValue metadata = object.get("metadata") instanceof ObjectValue m ? m : ObjectValue.EMPTY;
    String apiVersion = text(object, "apiVersion");
    int slash = apiVersion.indexOf('/');
    ObjectValue kind =
        ObjectValue.builder()
            .put(
                StringValue.of("group"),
                StringValue.of(apiVersion.substring(0, Math.max(0, slash))))
            .put(StringValue.of("version"), StringValue.of(apiVersion.substring(slash + 1)))
            .put(StringValue.of("kind"), StringValue.of(text(object, "kind")))
            .build();
    ObjectValue.Builder review =
        ObjectValue.builder()
            .put(StringValue.of("object"), subject.value())
            .put(StringValue.of("kind"), kind)
            .put(StringValue.of("name"), StringValue.of(text(metadata, "name")))
            .put(StringValue.of("operation"), StringValue.of("CREATE"));
    String namespace = text(metadata, "namespace");
    if (!namespace.isEmpty()) {
      review.put(StringValue.of("namespace"), StringValue.of(namespace));
    }
    return review.build();
  }

  private static String text(ObjectValue object, String key) {
    return object.get(key) instanceof StringValue text ? text.text() : "";
  }
}
