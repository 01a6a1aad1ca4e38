package ms.continuu.attest.policy;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;

/// What policies judge: a document, or one item of a document that is a list.
///
/// @param value what the policy sees as its input
/// @param at where the value stands in the document
public record Subject(Document document, Value value, List<Value> at, Kind kind) {

  /// What a subject is, told by its content.
  public enum Kind {
    KUBERNETES,
    TERRAFORM_PLAN,
    TERRAFORM_STATE,
    COMPOSE,
    GITHUB_WORKFLOW,
    GITHUB_ACTION,
    GITLAB_CI,
    DOCKERFILE,
    HELM_CHART,
    HELM_VALUES,
    KUSTOMIZATION,
    OTHER
  }

  public Subject {
    at = List.copyOf(at);
  }

  /// The place of a node of the value in its source.
  public Location locate(List<Value> path) {
    List<Value> whole = new ArrayList<>(at);
    whole.addAll(path);
    return document.positions().locate(whole);
  }

  /// What the node at a path belongs to.
  public Resource resource(List<Value> path) {
    return Resources.of(kind, value, path);
  }

  /// How many resources it holds; at least one, itself.
  public int resources() {
    return Resources.count(kind, value);
  }
}
