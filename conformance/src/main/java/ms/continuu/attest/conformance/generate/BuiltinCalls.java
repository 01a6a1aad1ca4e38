package ms.continuu.attest.conformance.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.rego.types.Type;
import org.jspecify.annotations.Nullable;

/// Calls of every built-in function, with operands of the types it declares and texts of the sort
/// it works on.
final class BuiltinCalls {
  /// Left out: what differs from run to run, or is no function of a program.
  private static final Set<String> OMITTED =
      Set.of(
          "opa.runtime",
          "trace",
          "print",
          "assign",
          "eq",
          "rego.parse_module",
          "providers.aws.sign_req");

  /// Texts that fit what a built-in works on, by the beginning of its name.
  private static final Map<String, List<String>> TEXTS =
      Map.ofEntries(
          Map.entry(
              "net.",
              List.of(
                  "10.0.0.0/24", "10.0.0.1", "192.168.0.0/16", "::1/64", "fe80::1", "10.0.0.0/33")),
          Map.entry(
              "time.",
              List.of(
                  "2024-02-29T12:00:00Z",
                  "2006-01-02",
                  "Europe/Berlin",
                  "UTC",
                  "1h30m",
                  "RFC822",
                  "2023-13-01")),
          Map.entry(
              "regex.",
              List.of("a+", "[a-z]*", "(a|b)c", "^x.*$", "(", "abc", "ac bc", "\\\\d+", "{a}")),
          Map.entry(
              "glob.", List.of("a*", "*.example.com", "a.example.com", "[a-c]?", "{a,b}", "**")),
          Map.entry(
              "json.",
              List.of(
                  "{\\\"a\\\": 1}",
                  "[1, 2]",
                  "a/b",
                  "{",
                  "/a/b",
                  "{\\\"type\\\": \\\"object\\\"}")),
          Map.entry("yaml.", List.of("a: 1", "- x\\n- y", "a: [", "k: {z: null}", "&a b")),
          Map.entry("base64", List.of("YWJj", "YQ==", "_-8", "!!", "YWJjZA")),
          Map.entry("hex.", List.of("616263", "zz", "ABC", "00ff")),
          Map.entry("url", List.of("a=b&c=d", "a%20b", "a+b", "%zz", "x y")),
          Map.entry(
              "uri.", List.of("https://user@example.com:8080/p?q=1#f", "mailto:a@b", "://", "a b")),
          Map.entry("semver.", List.of("1.2.3", "1.2.3-rc.1+b", "v1.0.0", "1.2", "10.0.0")),
          Map.entry("units.", List.of("10Mi", "1.5K", "3GB", "x", "10", "1e3Ki", "0x10")),
          Map.entry("uuid.", List.of("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "not-a-uuid")),
          Map.entry("io.jwt.", List.of("a.b.c", "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln", "secret")),
          Map.entry("crypto.", List.of("abc", "key", "-----BEGIN CERTIFICATE-----", "")),
          Map.entry(
              "graphql.",
              List.of("{ a }", "type Query { a: Int }", "query { b(x: 1) { c } }", "type")),
          Map.entry("strings.", List.of("abc", "a", "{{.a}} x", "b")),
          Map.entry(
              "sprintf",
              List.of("%v", "%d %s", "%5.2f|", "%x", "%q", "%%", "%v %v", "%-8v|", "%t")));

  private static final List<String> PLAIN =
      List.of("", "a", "abc", "a,b,c", "é", "x y", "A", "12", "-3.5", " trim ", "日本");

  private final Random random;
  private final List<BuiltinDeclaration> builtins = new ArrayList<>();

  BuiltinCalls(Random random) {
    this.random = random;
    for (BuiltinDeclaration builtin : Capabilities.current().byName().values()) {
      if (builtin.infix().isEmpty()
          && !builtin.nondeterministic()
          && !builtin.isVoid()
          && !builtin.name().startsWith("internal.")
          && !builtin.name().startsWith("rego.metadata")
          && !OMITTED.contains(builtin.name())) {
        builtins.add(builtin);
      }
    }
    builtins.sort((a, b) -> a.name().compareTo(b.name()));
  }

  /// A source of terms for operands of any type.
  interface Terms {
    String next();
  }

  /// A call; some operands come from `terms` and may be of another type.
  String next(Terms terms) {
    BuiltinDeclaration builtin = builtins.get(random.nextInt(builtins.size()));
    List<String> operands = new ArrayList<>();
    for (Type type : builtin.type().args()) {
      operands.add(random.nextInt(4) == 0 ? terms.next() : operand(type, builtin.name(), terms, 2));
    }
    return builtin.name() + "(" + String.join(", ", operands) + ")";
  }

  private String operand(@Nullable Type type, String name, Terms terms, int depth) {
    return switch (type) {
      case null -> terms.next();
      case Type.Named named -> operand(named.type(), name, terms, depth);
      case Type.Scalar scalar -> scalar(scalar, name);
      case Type.ArrayOf array -> {
        List<String> items = new ArrayList<>();
        array.items().forEach(item -> items.add(operand(item, name, terms, depth - 1)));
        for (int i = array.items().isEmpty() ? random.nextInt(3) : 0; i > 0; i--) {
          items.add(operand(array.rest(), name, terms, depth - 1));
        }
        yield "[" + String.join(", ", items) + "]";
      }
      case Type.SetOf set -> {
        List<String> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          items.add(operand(set.member(), name, terms, depth - 1));
        }
        yield items.isEmpty() ? "set()" : "{" + String.join(", ", items) + "}";
      }
      case Type.ObjectOf object -> object(object, name, terms, depth);
      case Type.Union union ->
          union.of().isEmpty()
              ? terms.next()
              : operand(union.of().get(random.nextInt(union.of().size())), name, terms, depth);
      case Type.Function _, Type.Recursive _ -> terms.next();
    };
  }

  private String object(Type.ObjectOf object, String name, Terms terms, int depth) {
    List<String> members = new ArrayList<>();
    for (Type.Property property : object.properties()) {
      if (random.nextInt(5) > 0) {
        members.add(property.key() + ": " + operand(property.value(), name, terms, depth - 1));
      }
    }
    Type.Others others = object.rest();
    for (int i = others == null ? 0 : random.nextInt(3); i > 0 && others != null; i--) {
      members.add("\"k" + i + "\": " + operand(others.value(), name, terms, depth - 1));
    }
    return "{" + String.join(", ", members) + "}";
  }

  private String scalar(Type.Scalar scalar, String name) {
    return switch (scalar) {
      case NULL -> "null";
      case BOOLEAN -> random.nextBoolean() ? "true" : "false";
      case NUMBER -> {
        List<String> numbers =
            List.of(
                "0",
                "1",
                "2",
                "3",
                "-1",
                "10",
                "1.5",
                "16",
                "1e3",
                "1700000000000000000",
                "-0.5",
                "100000000000000000000");
        yield numbers.get(random.nextInt(numbers.size()));
      }
      case STRING -> "\"" + text(name) + "\"";
    };
  }

  private String text(String name) {
    if (random.nextInt(5) > 0) {
      for (Map.Entry<String, List<String>> texts : TEXTS.entrySet()) {
        if (name.startsWith(texts.getKey())) {
          return texts.getValue().get(random.nextInt(texts.getValue().size()));
        }
      }
    }
    return PLAIN.get(random.nextInt(PLAIN.size()));
  }
}
