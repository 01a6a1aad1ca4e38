package ms.continuu.attest.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Whole programs, cold, from the command line: a Terraform plan of many resources by 160 rules,
/// and one small policy; ATTEST beside `opa` and `conftest` where they are on the path, results
/// compared.
public final class Programs {
  private static final int RULES = 160;
  private static final int RUNS = 3;

  private Programs() {}

  /// Arguments: the launcher of ATTEST, a folder to work in, and how many resources; then, perhaps,
  /// a plan to use.
  public static void main(String[] args) throws Exception {
    String attest = args[0];
    Path folder = Files.createDirectories(Path.of(args[1]));
    int resources = Integer.parseInt(args[2]);
    Path plan = args.length > 3 ? Path.of(args[3]) : writePlan(folder, resources);
    Path rules = writeRules(folder, args.length > 3);
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f MB, %d rules, %d runs each: median time, peak memory%n",
        plan,
        Files.size(plan) / 1e6,
        RULES,
        RUNS);
    TreeSet<String> ours =
        run(
            "attest check",
            folder,
            List.of(
                attest,
                "check",
                plan.toString(),
                "--no-cache",
                "--policy",
                rules.toString(),
                "--format",
                "json"));
    if (Commands.exists("opa")) {
      compare(
          ours,
          run(
              "opa eval",
              folder,
              List.of(
                  "opa",
                  "eval",
                  "-f",
                  "json",
                  "-d",
                  rules.toString(),
                  "-i",
                  plan.toString(),
                  "data.main.deny")));
    }
    if (Commands.exists("conftest")) {
      compare(
          ours,
          run(
              "conftest test",
              folder,
              List.of(
                  "conftest",
                  "test",
                  "--no-color",
                  "-o",
                  "json",
                  "-p",
                  rules.toString(),
                  plan.toString())));
    }
    small(attest, folder);
  }

  private static void small(String attest, Path folder)
      throws IOException, InterruptedException, JsonSyntaxException {
    Path policy = folder.resolve("small.rego");
    Path input = folder.resolve("small.json");
    Files.writeString(policy, "package app\n\nallow if input.user == \"a\"\n");
    Files.writeString(input, "{\"user\": \"a\"}");
    List<String> eval =
        List.of("eval", "-d", policy.toString(), "-i", input.toString(), "data.app.allow");
    run("attest version", folder, List.of(attest, "version"));
    List<String> ours = new ArrayList<>(List.of(attest, "opa"));
    ours.addAll(eval);
    run("attest opa eval", folder, ours);
    if (Commands.exists("opa")) {
      List<String> theirs = new ArrayList<>(List.of("opa"));
      theirs.addAll(eval);
      run("opa eval", folder, theirs);
    }
  }

  private static TreeSet<String> run(String name, Path folder, List<String> command)
      throws IOException, InterruptedException, JsonSyntaxException {
    Path output = folder.resolve("output");
    long[] times = new long[RUNS];
    long peak = 0;
    int code = 0;
    for (int i = 0; i < RUNS; i++) {
      Commands.Run run = Commands.measured(command, output);
      times[i] = run.nanos();
      peak = Math.max(peak, run.peakBytes());
      code = run.exitCode();
    }
    Arrays.sort(times);
    TreeSet<String> messages = new TreeSet<>();
    String text = Files.readString(output);
    if (text.startsWith("{") || text.startsWith("[")) {
      collect(Json.parse(text), messages);
    }
    System.out.printf(
        Locale.ROOT,
        "%-16s %8.3f s %8.0f MB   exit %d, %d messages%n",
        name,
        times[RUNS / 2] / 1e9,
        peak / 1e6,
        code,
        messages.size());
    return messages;
  }

  /// The messages of a report of any of the three programs.
  private static void collect(Value report, TreeSet<String> messages) {
    switch (report) {
      case StringValue string -> {
        if (string.text().startsWith("rule ")) {
          messages.add(string.text());
        }
      }
      case ArrayValue array -> array.forEach(item -> collect(item, messages));
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          collect(object.valueAt(i), messages);
        }
      }
      default -> {}
    }
  }

  private static void compare(TreeSet<String> ours, TreeSet<String> theirs) {
    if (!ours.equals(theirs)) {
      throw new IllegalStateException(
          "results differ: " + ours.size() + " messages here, " + theirs.size() + " there");
    }
  }

  /// A plan whose resources are spread over the types that the rules ask for.
  private static Path writePlan(Path folder, int resources) throws IOException {
    Path plan = folder.resolve("plan-" + resources + ".json");
    try (BufferedWriter out = Files.newBufferedWriter(plan)) {
      out.write(
          "{\"format_version\":\"1.2\",\"terraform_version\":\"1.9.0\",\"resource_changes\":[");
      for (int i = 0; i < resources; i++) {
        if (i > 0) {
          out.write(",");
        }
        out.write(resource(i));
      }
      out.write("]}\n");
    }
    return plan;
  }

  private static String resource(int i) {
    int type = i % 40;
    StringBuilder attributes = new StringBuilder();
    for (int a = 0; a < 12; a++) {
      attributes.append(a == 0 ? "" : ",").append("\"attribute").append(a).append("\":");
      attributes.append(
          a % 3 == 0
              ? (i % 97 == a ? "false" : "true")
              : a % 3 == 1 ? "\"value " + (i + a) + "\"" : Integer.toString(i % (a + 50)));
    }
    return "{\"address\":\"module.m"
        + i % 50
        + ".aws_type"
        + type
        + ".r"
        + i
        + "\",\"mode\":\"managed\",\"type\":\"aws_type"
        + type
        + "\",\"name\":\"r"
        + i
        + "\",\"provider_name\":\"registry/hashicorp/aws\",\"change\":{\"actions\":[\""
        + (i % 5 == 0 ? "update" : "create")
        + "\"],\"before\":null,\"after\":{"
        + attributes
        + ",\"tags\":{\"owner\":\"team"
        + i % 30
        + "\",\"stage\":\"prod\"},\"name\":\"resource-"
        + i
        + "\",\"description\":\"A resource of the stack number "
        + i % 50
        + ", made for measuring; it says a few things about itself.\",\"list\":[{\"cidr\":\"10.0."
        + i % 250
        + ".0/24\"},{\"cidr\":\"0.0.0.0/"
        + i % 33
        + "\"}]},\"after_unknown\":{\"id\":true,\"arn\":true}}}";
  }

  /// Rules as people write them: each looks at every resource of its type.
  private static Path writeRules(Path folder, boolean isRealPlan) throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    StringBuilder text = new StringBuilder("package main\n\nimport rego.v1\n");
    for (int i = 0; i < RULES; i++) {
      text.append(
              """

              deny contains message if {
              \tsome resource in input.resource_changes
              \tresource.type == "%s"
              \tsome action in resource.change.actions
              \taction in {"create", "update"}
              \t%s
              """
                  .formatted(
                      isRealPlan ? REAL_TYPES.get(i % REAL_TYPES.size()) : "aws_type" + i % 40,
                      isRealPlan ? realCheck(i) : generatedCheck(i)))
          .append("\tmessage := sprintf(\"rule ")
          .append(i)
          .append(": %s\", [resource.address])\n}\n");
    }
    Files.writeString(rules.resolve("main.rego"), text);
    return rules;
  }

  private static String generatedCheck(int i) {
    return switch (i % 4) {
      case 0 -> "resource.change.after.attribute0 == false";
      case 1 -> "resource.change.after.attribute2 > 48";
      case 2 -> "some rule in resource.change.after.list\n\trule.cidr == \"0.0.0.0/0\"";
      default ->
          "not resource.change.after.tags.owner == \"team"
              + i % 30
              + "\"\n\tresource.change.after.attribute3 == false";
    };
  }

  /// The types of the plan that the inputs hold, grown from a real one.
  private static final List<String> REAL_TYPES =
      List.of(
          "aws_instance",
          "aws_s3_bucket",
          "aws_security_group",
          "aws_s3_bucket_server_side_encryption_configuration",
          "aws_iam_role_policy");

  /// What a rule asks of a resource of its type; each finds some hundreds.
  private static String realCheck(int i) {
    int n = i / REAL_TYPES.size();
    return switch (i % REAL_TYPES.size()) {
      case 0 ->
          "some disk in resource.change.after.root_block_device\n\tdisk.encrypted == false\n"
              + "\tresource.change.after.tags.team == \"t%d\"".formatted(n);
      case 1 ->
          "not resource.change.after.tags.owner\n\tendswith(resource.change.after.bucket, \"%d\")"
              .formatted(n);
      case 2 ->
          "some rule in resource.change.after.ingress\n\t\"0.0.0.0/0\" in rule.cidr_blocks\n"
              + "\trule.from_port <= 22\n\trule.to_port >= 22\n"
              + "\tendswith(resource.change.after.name, \"%d\")".formatted(n);
      case 3 ->
          "some rule in resource.change.after.rule\n"
              + "\tsome standard in rule.apply_server_side_encryption_by_default\n"
              + "\tnot standard.sse_algorithm == \"AES256\"\n"
              + "\tendswith(resource.address, \"[%d]\")".formatted(n);
      default ->
          "statements := json.unmarshal(resource.change.after.policy).Statement\n"
              + "\tsome statement in statements\n\tstatement.Action == \"*\"\n"
              + "\tresource.change.after.role == \"r%d\"".formatted(n);
    };
  }
}
