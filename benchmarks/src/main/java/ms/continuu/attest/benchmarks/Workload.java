package ms.continuu.attest.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.IntFunction;

/// A policy with what it is asked, small enough to read, large enough to tell engines apart. Made
/// by code from fixed seeds, so that every run measures the same.
///
/// @param data the base documents, as JSON
/// @param input the input, as JSON
record Workload(String name, String policy, String data, String input, String query) {

  /// All of them.
  static List<Workload> all() {
    return List.of(
        roles(),
        tokens(),
        admission(),
        reachability(),
        strings(),
        largeData(),
        manyRules(),
        withHeavy(),
        comprehensions());
  }

  /// Authorisation with roles: a user's roles, the permissions of each, a wildcard.
  private static Workload roles() {
    String users =
        object(
            500,
            i ->
                "\"user"
                    + i
                    + "\": {\"roles\": [\"role"
                    + i % 40
                    + "\", \"role"
                    + i * 7 % 40
                    + "\"]}");
    String roles =
        object(
            40,
            i ->
                "\"role"
                    + i
                    + "\": {\"permissions\": "
                    + array(
                        25,
                        j ->
                            "{\"action\": \""
                                + (j % 3 == 0 ? "read" : "write")
                                + "\", \"resource\": \"res"
                                + (i + j)
                                + "\"}")
                    + "}");
    return new Workload(
        "roles",
        """
        package bench

        default allow := false

        allow if {
          some role in data.users[input.user].roles
          some permission in data.roles[role].permissions
          permission.action == input.action
          permission.resource == input.resource
        }

        allow if "admin" in data.users[input.user].roles
        """,
        "{\"users\": " + users + ", \"roles\": " + roles + "}",
        "{\"user\": \"user77\", \"action\": \"write\", \"resource\": \"res58\"}",
        "data.bench.allow");
  }

  /// A signed token, its claims and the groups in them.
  private static Workload tokens() {
    return new Workload(
        "tokens",
        """
        package bench

        default allow := false

        verified := io.jwt.decode_verify(input.token, {"secret": "secret", "alg": "HS256"})

        allow if {
          [valid, _, claims] := verified
          valid
          startswith(claims.name, "Jo")
          split(input.path, "/") == ["", "accounts", claims.sub]
        }
        """,
        "{}",
        """
        {"path": "/accounts/1234567890", "token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.\
        eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.\
        XbPfbIHMI6arZ3Y922BhjWgQzWXcXNrz0ogtVhfEd2o"}\
        """,
        "data.bench.allow");
  }

  /// A pod at admission, judged by the usual rules.
  private static Workload admission() {
    String containers =
        array(
            6,
            i ->
                "{\"name\": \"c"
                    + i
                    + "\", \"image\": \"registry.example/team/app"
                    + i
                    + (i % 2 == 0 ? ":latest" : ":1." + i)
                    + "\", \"securityContext\": {\"privileged\": "
                    + (i == 4)
                    + ", \"capabilities\": {\"add\": [\"NET_ADMIN\"]}}, \"resources\": {\"limits\":"
                    + " {\"cpu\": \"1\"}}}");
    return new Workload(
        "admission",
        """
        package bench

        containers contains c if some c in input.request.object.spec.containers
        containers contains c if some c in input.request.object.spec.initContainers

        deny contains sprintf("%s: privileged", [c.name]) if {
          some c in containers
          c.securityContext.privileged
        }

        deny contains sprintf("%s: image %s has no fixed tag", [c.name, c.image]) if {
          some c in containers
          endswith(c.image, ":latest")
        }

        deny contains sprintf("%s: no memory limit", [c.name]) if {
          some c in containers
          not c.resources.limits.memory
        }

        deny contains sprintf("%s: capability %s", [c.name, capability]) if {
          some c in containers
          some capability in c.securityContext.capabilities.add
          not capability in {"CHOWN", "NET_BIND_SERVICE"}
        }

        deny contains sprintf("label %s is missing", [label]) if {
          some label in {"app", "owner", "team"}
          not input.request.object.metadata.labels[label]
        }

        deny contains "registry is not allowed" if {
          some c in containers
          not startswith(c.image, "registry.example/")
        }
        """,
        "{}",
        "{\"request\": {\"kind\": {\"kind\": \"Pod\"}, \"object\": {\"metadata\": {\"name\": \"p\","
            + " \"labels\": {\"app\": \"a\"}}, \"spec\": {\"containers\": "
            + containers
            + "}}}}",
        "data.bench.deny");
  }

  /// Who can reach whom in a graph of a thousand nodes.
  private static Workload reachability() {
    Random random = new Random(11);
    String graph =
        object(
            1000,
            i ->
                "\"n"
                    + i
                    + "\": "
                    + array(3, j -> "\"n" + Math.min(999, random.nextInt(200) + i / 2 * 2) + "\""));
    return new Workload(
        "reachability",
        """
        package bench

        reached := graph.reachable(data.graph, {input.from})

        count_reached := count(reached)

        direct contains y if {
          some x in data.graph[input.from]
          some y in data.graph[x]
          y in reached
        }

        answer := {"count": count_reached, "direct": direct}
        """,
        "{\"graph\": " + graph + "}",
        "{\"from\": \"n3\"}",
        "data.bench.answer");
  }

  /// Words split, trimmed, matched, joined.
  private static Workload strings() {
    String paths =
        array(
            200,
            i -> "\"/api/v" + i % 3 + "/Users/" + i + "/Orders/" + i * 31 % 17 + "?q=" + i + "\"");
    return new Workload(
        "strings",
        """
        package bench

        normal := [lower(trim_suffix(split(p, "?")[0], "/")) | some p in input.paths]

        ids := {id | some p in normal; id := split(p, "/")[4]}

        matching := [p | some p in normal; regex.match(`^/api/v[12]/users/[0-9]+/orders/1`, p)]

        answer := {
          "ids": count(ids),
          "matching": concat(",", matching),
          "v2": [replace(p, "/api/v2", "") | some p in normal; startswith(p, "/api/v2")],
          "texts": [sprintf("%s has %d characters", [p, count(p)]) | some p in matching],
        }
        """,
        "{}",
        "{\"paths\": " + paths + "}",
        "data.bench.answer");
  }

  /// A few look-ups in much data.
  private static Workload largeData() {
    String accounts =
        object(
            20_000,
            i ->
                "\"a"
                    + i
                    + "\": {\"owner\": \"u"
                    + i % 997
                    + "\", \"limit\": "
                    + i % 500
                    + ", \"tags\": [\"t"
                    + i % 7
                    + "\"]}");
    return new Workload(
        "large-data",
        """
        package bench

        default allow := false

        allow if {
          account := data.accounts[input.account]
          account.owner == input.user
          input.amount <= account.limit
          "t3" in account.tags
        }

        allow if {
          some delegate in data.delegates[input.user]
          data.accounts[input.account].owner == delegate
        }
        """,
        "{\"accounts\": " + accounts + ", \"delegates\": {\"u1\": [\"u2\", \"u3\", \"u13\"]}}",
        "{\"account\": \"a12974\", \"user\": \"u1\", \"amount\": 12}",
        "data.bench.allow");
  }

  /// A thousand rules that differ in one attribute.
  private static Workload manyRules() {
    StringBuilder policy = new StringBuilder("package bench\n\ndefault allow := false\n");
    for (int i = 0; i < 1000; i++) {
      policy
          .append("\nallow if {\n  input.method == \"GET\"\n  input.path == \"/resource/")
          .append(i)
          .append("\"\n  input.role == \"role")
          .append(i % 10)
          .append("\"\n}\n");
    }
    return new Workload(
        "many-rules",
        policy.toString(),
        "{}",
        "{\"method\": \"GET\", \"path\": \"/resource/724\", \"role\": \"role4\"}",
        "data.bench.allow");
  }

  /// What unit tests do: the same rules under many replaced inputs.
  private static Workload withHeavy() {
    StringJoiner tests = new StringJoiner("\n");
    for (int i = 0; i < 40; i++) {
      tests.add(
          "checked contains "
              + i
              + " if {\n  decision == \""
              + (i % 2 == 0 ? "allow" : "deny")
              + "\" with input as {\"user\": \"u"
              + i
              + "\", \"level\": "
              + (i % 2 == 0 ? 9 : 2)
              + "} with data.levels as {\"needed\": 5}\n}");
    }
    return new Workload(
        "with-heavy",
        """
        package bench

        default decision := "deny"

        decision := "allow" if {
          input.level >= data.levels.needed
          known[input.user]
        }

        known[name] := true if {
          some name in data.names
        }

        """
            + tests
            + "\n",
        "{\"names\": " + array(60, i -> "\"u" + i + "\"") + "}",
        "{}",
        "data.bench.checked");
  }

  /// Groups, joins and sums.
  private static Workload comprehensions() {
    String orders =
        array(
            300,
            i ->
                "{\"id\": "
                    + i
                    + ", \"customer\": \"c"
                    + i % 25
                    + "\", \"total\": "
                    + i * 37 % 101
                    + ", \"items\": ["
                    + i % 5
                    + ", "
                    + i % 9
                    + "]}");
    return new Workload(
        "comprehensions",
        """
        package bench

        by_customer := {c: ids |
          some order in input.orders
          c := order.customer
          ids := {other.id | some other in input.orders; other.customer == c}
        }

        totals := {c: total |
          some c, _ in by_customer
          total := sum([order.total | some order in input.orders; order.customer == c])
        }

        big contains c if {
          some c, total in totals
          total > 500
        }

        answer := {"big": big, "totals": totals, "items": count({i | i := input.orders[_].items[_]})}
        """,
        "{}",
        "{\"orders\": " + orders + "}",
        "data.bench.answer");
  }

  private static String object(int size, IntFunction<String> member) {
    return "{" + joined(size, member) + "}";
  }

  private static String array(int size, IntFunction<String> item) {
    return "[" + joined(size, item) + "]";
  }

  private static String joined(int size, IntFunction<String> part) {
    StringJoiner parts = new StringJoiner(", ");
    for (int i = 0; i < size; i++) {
      parts.add(part.apply(i));
    }
    return parts.toString();
  }
}
