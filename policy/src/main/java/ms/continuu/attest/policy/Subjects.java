package ms.continuu.attest.policy;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Tells what a document holds: one subject, or, when it is a list, one for each item.
public final class Subjects {
  private Subjects() {}

  /// The subjects of a document; none when it is empty.
  public static List<Subject> of(Document document) {
    List<Subject> subjects = new ArrayList<>();
    collect(document, document.value(), List.of(), subjects);
    return subjects;
  }

  private static void collect(
      Document document, Value value, List<Value> at, List<Subject> subjects) {
    if (value instanceof NullValue) {
      return;
    }
    if (value instanceof ArrayValue array && isManifestList(array)) {
      collectItems(document, array, at, subjects);
    } else if (value instanceof ObjectValue object
        && object.get("items") instanceof ArrayValue listed
        && isKubernetesList(object)) {
      List<Value> items = new ArrayList<>(at);
      items.add(StringValue.of("items"));
      collectItems(document, listed, items, subjects);
    } else {
      subjects.add(new Subject(document, value, at, kind(value)));
    }
  }

  private static void collectItems(
      Document document, ArrayValue items, List<Value> at, List<Subject> subjects) {
    for (int i = 0; i < items.size(); i++) {
      List<Value> itemAt = new ArrayList<>(at);
      itemAt.add(NumberValue.of(i));
      collect(document, items.get(i), itemAt, subjects);
    }
  }

  private static boolean isManifestList(ArrayValue array) {
    return array.size() > 0
        && array.asList().stream().allMatch(item -> kind(item) == Subject.Kind.KUBERNETES);
  }

  private static boolean isKubernetesList(ObjectValue object) {
    return text(object, "kind").endsWith("List") && !text(object, "apiVersion").isEmpty();
  }

  private static Subject.Kind kind(Value value) {
    if (!(value instanceof ObjectValue object)) {
      return Subject.Kind.OTHER;
    }
    if (!text(object, "kind").isEmpty() && !text(object, "apiVersion").isEmpty()) {
      return Subject.Kind.KUBERNETES;
    }
    boolean plan =
        object.get("resource_changes") instanceof ArrayValue
            && object.get("format_version") != null;
    return plan ? Subject.Kind.TERRAFORM_PLAN : Subject.Kind.OTHER;
  }

  static Resource kubernetesResource(Value value) {
    ObjectValue metadata = object(value, "metadata");
    String name = text(metadata, "name");
    return new Resource(
        text((ObjectValue) value, "kind"),
        text(metadata, "namespace"),
        name.isEmpty() ? text(metadata, "generateName") : name,
        "");
  }

  static Resource terraformResource(Value plan, List<Value> path) {
    boolean within = path.size() >= 2 && path.get(0).equals(StringValue.of("resource_changes"));
    if (!within || !(((ObjectValue) plan).get("resource_changes") instanceof ArrayValue changes)) {
      return Resource.NONE;
    }
    boolean exists =
        path.get(1) instanceof NumberValue n
            && n.isLong()
            && n.longValue() >= 0
            && n.longValue() < changes.size();
    if (!exists
        || !(changes.get((int) ((NumberValue) path.get(1)).longValue())
            instanceof ObjectValue change)) {
      return Resource.NONE;
    }
    return new Resource(text(change, "type"), "", text(change, "name"), text(change, "address"));
  }

  private static ObjectValue object(Value value, String key) {
    return value instanceof ObjectValue o && o.get(key) instanceof ObjectValue member
        ? member
        : ObjectValue.EMPTY;
  }

  private static String text(ObjectValue object, String key) {
    return object.get(key) instanceof StringValue s ? s.text() : "";
  }
}
