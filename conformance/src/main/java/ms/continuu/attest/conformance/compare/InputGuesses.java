package ms.continuu.attest.conformance.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.StringValue;

/// Plausible inputs for a module: the keys its refs on `input` ask for, with the constants that
/// stand in its text, and values of other types now and then.
public final class InputGuesses {
  private static final Pattern REF =
      Pattern.compile("\\binput((?:\\.\\w+|\\[\"[^\"\\]]*\"\\]|\\[[^\\]\"]*\\])*)");
  private static final Pattern STEP =
      Pattern.compile("\\.(\\w+)|\\[\"([^\"\\]]*)\"\\]|\\[([^\\]\"]*)\\]");
  private static final Pattern MEMBER =
      Pattern.compile("\\b(?!input\\b|data\\b)\\w+\\.(\\w+)\\b(?!\\()");
  private static final Pattern CONSTANT =
      Pattern.compile(
          "\"(?:[^\"\\\\\\n]|\\\\[\"\\\\nt/])*+\"|(?<![\\w.])-?\\d+(?:\\.\\d+)?\\b(?!\\.)");
  private static final int DEPTH = 6;

  private final Random random;
  private final Node root = new Node();
  private final List<String> constants;
  private final List<String> members;

  /// What is asked of a value: members by name, and of every element.
  private static final class Node {
    final Map<String, Node> members = new TreeMap<>();
    boolean each;
    final Map<Boolean, Node> element = new TreeMap<>();

    Node member(String name) {
      return members.computeIfAbsent(name, key -> new Node());
    }

    Node each() {
      each = true;
      return element.computeIfAbsent(true, key -> new Node());
    }
  }

  public InputGuesses(String module, Random random) {
    this.random = random;
    Matcher ref = REF.matcher(module);
    while (ref.find()) {
      Node at = root;
      Matcher step = STEP.matcher(ref.group(1));
      while (step.find()) {
        at = step.group(3) != null ? at.each() : at.member(name(step));
      }
    }
    TreeSet<String> texts = new TreeSet<>();
    Matcher constant = CONSTANT.matcher(module);
    while (constant.find()) {
      if (Json.isValid(constant.group().getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
        texts.add(constant.group());
      }
    }
    constants = new ArrayList<>(texts);
    TreeSet<String> names = new TreeSet<>();
    Matcher member = MEMBER.matcher(module);
    while (member.find()) {
      names.add(member.group(1));
    }
    members = new ArrayList<>(names);
  }

  private static String name(Matcher step) {
    String dotted = step.group(1);
    return dotted == null ? step.group(2) : dotted;
  }

  /// Whether the module asks for an input at all.
  public boolean areWanted() {
    return !root.members.isEmpty() || root.each;
  }

  /// The next guess, as JSON.
  public String next() {
    return value(root, DEPTH);
  }

  private String value(Node node, int depth) {
    if (depth <= 0 || random.nextInt(12) == 0) {
      return scalar();
    }
    if (!node.members.isEmpty()) {
      return node.members.entrySet().stream()
          .filter(entry -> random.nextInt(8) > 0)
          .map(entry ->
              Json.text(StringValue.of(entry.getKey())) + ":" + value(entry.getValue(), depth - 1))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (node.each) {
      Node element = node.each();
      return elements(() -> value(element, depth - 1));
    }
    return leaf(depth);
  }

  private String leaf(int depth) {
    return switch (random.nextInt(10)) {
      case 0 -> elements(this::scalar);
      case 1, 2 -> elements(() -> structure(depth - 1));
      case 3, 4 -> structure(depth - 1);
      default -> scalar();
    };
  }

  private interface Next {
    String value();
  }

  private String elements(Next next) {
    List<String> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(next.value());
    }
    return "[" + String.join(",", values) + "]";
  }

  /// An object with members that the module names somewhere.
  private String structure(int depth) {
    Map<String, String> chosen = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0 && !members.isEmpty(); i--) {
      chosen.put(
          members.get(random.nextInt(members.size())), depth > 3 ? leaf(depth - 1) : scalar());
    }
    return chosen.entrySet().stream()
        .map(entry -> Json.text(StringValue.of(entry.getKey())) + ":" + entry.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String scalar() {
    if (!constants.isEmpty() && random.nextInt(3) > 0) {
      return constants.get(random.nextInt(constants.size()));
    }
    String[] plain = {"true", "false", "null", "0", "1", "-1", "2.5", "\"\"", "\"a\"", "\"x y\""};
    return plain[random.nextInt(plain.length)];
  }
}
