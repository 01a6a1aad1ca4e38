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
    if (value instanceof ArrayValue array && isManifestList(array, document)) {
      collectItems(document, array, at, subjects);
    } else if (value instanceof ObjectValue object
        && object.get("items") instanceof ArrayValue listed
        && isKubernetesList(object)) {
      List<Value> items = new ArrayList<>(at);
      items.add(StringValue.of("items"));
      collectItems(document, listed, items, subjects);
    } else {
      subjects.add(new Subject(document, value, at, kind(value, document)));
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

  private static boolean isManifestList(ArrayValue array, Document document) {
    return array.size() > 0
        && array.asList().stream()
            .allMatch(item -> kind(item, document) == Subject.Kind.KUBERNETES);
  }

  private static Subject.Kind kind(Value value, Document document) {
    return SubjectKinds.of(value, document.source().name());
  }

  private static boolean isKubernetesList(ObjectValue object) {
    return Members.text(object, "kind").endsWith("List")
        && !Members.text(object, "apiVersion").isEmpty();
  }
}
