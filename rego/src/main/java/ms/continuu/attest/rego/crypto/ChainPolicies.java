package ms.continuu.attest.rego.crypto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Certificate policies along a chain: RFC 5280, 6.1, with the policy graph of RFC 9618. Any policy
/// is acceptable to the caller.
final class ChainPolicies {

  /// A policy that is valid at some depth of the graph.
  private static final class Node {
    private final PolicyId policy;
    private List<PolicyId> expected;
    private final Set<Node> parents = new HashSet<>();
    private final Set<Node> children = new HashSet<>();

    Node(PolicyId policy, List<Node> parents) {
      this.policy = policy;
      this.expected = List.of(policy);
      for (Node parent : parents) {
        parent.children.add(this);
        this.parents.add(parent);
      }
    }
  }

  /// The graph by depth; null once it is empty.
  private @Nullable List<Map<PolicyId, Node>> strata;

  private int explicitPolicy;
  private int policyMapping;
  private int inhibitAnyPolicy;

  private ChainPolicies(int length) {
    explicitPolicy = length + 1;
    policyMapping = length + 1;
    inhibitAnyPolicy = length + 1;
    Map<PolicyId, Node> root = new HashMap<>();
    root.put(PolicyId.ANY, new Node(PolicyId.ANY, List.of()));
    strata = new ArrayList<>(List.of(root));
  }

  /// @param chain leaf first, root last
  static boolean areValid(List<X509Certificate> chain) {
    if (chain.size() == 1) {
      return true;
    }
    int length = chain.size() - 1;
    ChainPolicies policies = new ChainPolicies(length);
    for (int i = length - 1; i >= 0; i--) {
      if (!policies.step(chain.get(i), i)) {
        return false;
      }
    }
    return policies.wrapUp(chain.getFirst());
  }

  private boolean step(X509Certificate certificate, int index) {
    boolean selfIssued = Arrays.equals(certificate.rawIssuer, certificate.rawSubject);
    List<PolicyId> policies = certificate.policies == null ? List.of() : certificate.policies;
    if (policies.isEmpty()) {
      strata = null;
    }
    if (explicitPolicy == 0 && strata == null) {
      return false;
    }
    if (strata != null) {
      extend(strata, policies, inhibitAnyPolicy > 0 || index > 0 && selfIssued);
      prune(strata);
      if (index != 0 && !map(strata, certificate.policyMappings)) {
        return false;
      }
    }
    if (index != 0) {
      countDown(certificate, selfIssued);
    }
    return true;
  }

  private static void extend(
      List<Map<PolicyId, Node>> strata, List<PolicyId> policies, boolean anyAllowed) {
    Map<PolicyId, Node> above = strata.getLast();
    Map<PolicyId, Node> leaves = new HashMap<>();
    strata.add(leaves);
    for (PolicyId policy : policies) {
      if (policy.equals(PolicyId.ANY)) {
        continue;
      }
      List<Node> parents = new ArrayList<>();
      for (Node node : above.values()) {
        if (node.expected.contains(policy)) {
          parents.add(node);
        }
      }
      Node any = above.get(PolicyId.ANY);
      if (parents.isEmpty() && any != null) {
        parents.add(any);
      }
      if (!parents.isEmpty()) {
        leaves.put(policy, new Node(policy, parents));
      }
    }
    if (policies.contains(PolicyId.ANY) && anyAllowed) {
      Map<PolicyId, List<Node>> missing = new HashMap<>();
      for (Node parent : above.values()) {
        for (PolicyId expected : parent.expected) {
          if (!leaves.containsKey(expected)) {
            missing.computeIfAbsent(expected, id -> new ArrayList<>()).add(parent);
          }
        }
      }
      missing.forEach((policy, parents) -> leaves.put(policy, new Node(policy, parents)));
    }
  }

  private static void prune(List<Map<PolicyId, Node>> strata) {
    for (int depth = strata.size() - 2; depth > 0; depth--) {
      strata
          .get(depth)
          .values()
          .removeIf(node -> {
            if (node.children.isEmpty()) {
              node.parents.forEach(parent -> parent.children.remove(node));
              return true;
            }
            return false;
          });
    }
  }

  private boolean map(
      List<Map<PolicyId, Node>> strata, List<X509Certificate.PolicyMapping> mappings) {
    if (mappings.isEmpty()) {
      return true;
    }
    Map<PolicyId, Node> leaves = strata.getLast();
    Map<PolicyId, List<PolicyId>> bySubject = new HashMap<>();
    for (X509Certificate.PolicyMapping mapping : mappings) {
      if (policyMapping == 0) {
        Node node = leaves.remove(mapping.issuer());
        if (node != null) {
          node.parents.forEach(parent -> parent.children.remove(node));
        }
        continue;
      }
      if (mapping.issuer().equals(PolicyId.ANY) || mapping.subject().equals(PolicyId.ANY)) {
        return false;
      }
      bySubject.computeIfAbsent(mapping.issuer(), id -> new ArrayList<>()).add(mapping.subject());
    }
    prune(strata);
    bySubject.forEach((issuer, subjects) -> {
      Node matching = leaves.get(issuer);
      Node any = leaves.get(PolicyId.ANY);
      if (matching != null) {
        matching.expected = subjects;
      } else if (any != null) {
        Node node = new Node(issuer, List.of(any));
        node.expected = subjects;
        leaves.put(issuer, node);
      }
    });
    return true;
  }

  private void countDown(X509Certificate certificate, boolean selfIssued) {
    if (!selfIssued) {
      explicitPolicy = Math.max(0, explicitPolicy - 1);
      policyMapping = Math.max(0, policyMapping - 1);
      inhibitAnyPolicy = Math.max(0, inhibitAnyPolicy - 1);
    }
    explicitPolicy = atMost(explicitPolicy, certificate.requireExplicitPolicy);
    policyMapping = atMost(policyMapping, certificate.inhibitPolicyMapping);
    inhibitAnyPolicy = atMost(inhibitAnyPolicy, certificate.inhibitAnyPolicy);
  }

  private static int atMost(int current, @Nullable Long skips) {
    return skips == null || skips < 0 || skips >= current ? current : skips.intValue();
  }

  private boolean wrapUp(X509Certificate leaf) {
    explicitPolicy = Math.max(0, explicitPolicy - 1);
    Long required = leaf.requireExplicitPolicy;
    if (required != null && required == 0) {
      explicitPolicy = 0;
    }
    return explicitPolicy != 0 || strata != null && hasValidPolicy(strata);
  }

  private static boolean hasValidPolicy(List<Map<PolicyId, Node>> strata) {
    if (strata.getLast().containsKey(PolicyId.ANY)) {
      return true;
    }
    for (Map<PolicyId, Node> stratum : strata) {
      for (Node node : stratum.values()) {
        boolean rooted =
            node.parents.size() == 1 && node.parents.iterator().next().policy.equals(PolicyId.ANY);
        if (!node.policy.equals(PolicyId.ANY) && rooted) {
          return true;
        }
      }
    }
    return false;
  }
}
