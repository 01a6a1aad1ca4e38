package ms.continuu.attest.conformance.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ms.continuu.attest.conformance.generate.GeneratedProgram;
import ms.continuu.attest.conformance.generate.ProgramGenerator;
import ms.continuu.attest.conformance.generate.Shrinker;
import org.jspecify.annotations.Nullable;

/// Compares the two programs on random programs, and makes those they differ on small.
public final class GeneratedRuns {
  private final Comparison comparison;
  private final Tally tally;
  private final Path scratch;
  private final PrintStream out;

  /// @param scratch a folder that programs are written to
  public GeneratedRuns(Comparison comparison, Tally tally, Path scratch, PrintStream out) {
    this.comparison = comparison;
    this.tally = tally;
    this.scratch = scratch;
    this.out = out;
  }

  /// Compares programs of the seeds from `seed` on.
  public void run(long seed, int programs) throws IOException, InterruptedException {
    for (int i = 0; i < programs; i++) {
      long own = seed + i;
      GeneratedProgram program = new ProgramGenerator(own).generate();
      Path file = scratch.resolve("policy.rego");
      Path input = scratch.resolve("input.json");
      Files.writeString(file, program.module());
      Files.writeString(input, program.input());
      List<Command> commands = commands(file, input, new Random(own));
      List<Difference> differences = comparison.differences(commands);
      tally.add(commands, List.of());
      for (Difference difference : differences) {
        if (tally.countDifferent(difference.command())) {
          show(own, program, difference, file);
        }
      }
    }
  }

  private static List<Command> commands(Path file, Path input, Random random) throws IOException {
    List<Command> commands = new ArrayList<>();
    String path = file.toString();
    ModuleFile module = ModuleFile.read(file);
    List<String> version = module.versionFlag();
    add(
        commands,
        "parse",
        List.of("parse", "-f", "json", "--json-include", "locations,comments"),
        version,
        path);
    add(commands, "check", List.of("check", "-f", "json"), version, path);
    add(commands, "check --strict", List.of("check", "-f", "json", "--strict"), version, path);
    add(commands, "fmt", List.of("fmt"), version, path);
    if (module.module() == null || module.isChanging()) {
      return commands;
    }
    List<String> evaluation = List.of("eval", "-f", "json", "-d", path, "-i", input.toString());
    List<String> strict = new ArrayList<>(evaluation);
    strict.add("--strict-builtin-errors");
    add(commands, "eval", evaluation, version, RuleQueries.ofPackage(module.module()));
    for (String rule : RuleQueries.ofRules(module.module())) {
      boolean isStrict = random.nextInt(3) > 0;
      add(
          commands,
          isStrict ? "eval --strict-builtin-errors" : "eval",
          isStrict ? strict : evaluation,
          version,
          rule);
    }
    return commands;
  }

  private static void add(
      List<Command> commands, String kind, List<String> line, List<String> version, String last) {
    List<String> arguments = new ArrayList<>(line);
    arguments.addAll(version);
    arguments.add(last);
    commands.add(new Command(kind, arguments, last));
  }

  private void show(long seed, GeneratedProgram program, Difference first, Path file)
      throws IOException, InterruptedException {
    Difference[] last = {first};
    String small =
        Shrinker.shrink(
            program.module(),
            text -> {
              Difference difference = again(text, first, file);
              if (difference != null) {
                last[0] = difference;
              }
              return difference != null;
            });
    out.println("DIFFERENT seed " + seed + "  " + last[0].text());
    out.println("  module:");
    small.lines().forEach(line -> out.println("    " + line));
    out.println("  input: " + program.input());
    out.println();
    out.flush();
    Files.writeString(file, program.module());
  }

  /// The difference that another module makes of the same command, or null when the answers are
  /// equal or differ in another way.
  private @Nullable Difference again(String module, Difference first, Path file)
      throws IOException, InterruptedException {
    Files.writeString(file, module);
    List<Difference> found = comparison.differences(List.of(first.command()));
    return found.isEmpty() || !found.getFirst().resembles(first) ? null : found.getFirst();
  }
}
