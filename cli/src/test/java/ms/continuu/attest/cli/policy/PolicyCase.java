package ms.continuu.attest.cli.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import ms.continuu.attest.cli.console.Console;
import org.junit.jupiter.api.io.TempDir;

/// Runs commands of `attest policy` on files of a folder of its own.
abstract class PolicyCase {
  static final Path ROOT = Path.of(System.getProperty("attest.root", ".."));

  /// A policy with a parameter, and examples of both kinds.
  static final String OWNER =
      """
      # METADATA
      # title: Services must name their owner
      # description: Nobody answers for what nobody owns.
      # custom:
      #   severity: high
      #   remediation: set the label `owner`
      #   controls:
      #     SOC2: ["CC6.1"]
      #   parameters:
      #     label: {type: string, description: the label that names the owner}
      #   examples:
      #     good: |
      #       kind: Service
      #       metadata: {name: a, labels: {owner: team}}
      #     bad: |
      #       kind: Service
      #       metadata: {name: a}
      package team.rules.owner

      deny contains {"message": sprintf("service `%s` has no owner", [input.metadata.name]), "path": ["metadata"]} if {
        input.kind == "Service"
        not input.metadata.labels.owner
      }
      """;

  static final String OWNER_TEST =
      """
      package team.rules.owner_test

      import data.team.rules.owner

      test_owned if count(owner.deny) == 0 with input as {"kind": "Service", "metadata": {"labels": {"owner": "a"}}}

      test_not_owned if count(owner.deny) == 1 with input as {"kind": "Service", "metadata": {"name": "a"}}
      """;

  @TempDir Path folder;

  String out = "";
  String err = "";

  final int policy(String... arguments) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    Console console =
        new Console(new ByteArrayInputStream(new byte[0]), outBytes, errBytes, Map.of());
    int code = PolicyProgram.run(Arrays.asList(arguments), console, ROOT);
    console.flush();
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  final String file(String name) {
    return folder.resolve(name).toString();
  }

  final void write(String name, String text) throws IOException {
    Path parent = folder.resolve(name).getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(folder.resolve(name), text);
  }
}
