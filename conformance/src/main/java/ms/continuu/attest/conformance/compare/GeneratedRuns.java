package ms.continuu.attest.conformance.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ms.continuu.attest.conformance.generate.GeneratedProgram;
import ms.continuu.attest.conformance.generate.Mutator;
import ms.continuu.attest.conformance.generate.ProgramGenerator;
import ms.continuu.attest.conformance.generate.Shrinker;
import ms.continuu.attest.value.Utf8;
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

  /// Compares programs of the seeds from `seed` on; every fourth is changed so that it may be
  /// wrong.
  public void run(long seed, int programs) throws IOException, InterruptedException {
    for (long own = seed; own < seed + programs; own++) {
      GeneratedProgram program = new ProgramGenerator(own).generate();
      compare(
          own,
          own % 4 == 3
              ? new GeneratedProgram(
                  new Mutator(own).mutate(program.module()), program.input(), program.data())
              : program);
    }
  }

  /// Compares changed texts of modules, one for each seed from `seed` on.
  public void runMutated(List<String> modules, long seed, int programs)
      throws IOException, InterruptedException {
    for (long own = seed; own < seed + programs; own++) {
      Random random = new Random(own);
      String module = modules.get(random.nextInt(modules.size()));
      String input = new InputGuesses(module, random).next();
      compare(own, new GeneratedProgram(new Mutator(own).mutate(module), input, "{}"));
    }
  }

  private void compare(long seed, GeneratedProgram program)
      throws IOException, InterruptedException {
    Path file = scratch.resolve("policy.rego");
    Files.write(file, Utf8.encode(program.module()));
    Files.write(scratch.resolve("input.json"), Utf8.encode(program.input()));
    Files.write(scratch.resolve("data.json"), Utf8.encode(program.data()));
    List<Command> commands = commands(file, new Random(seed));
    tally.add(commands, List.of());
    for (Difference difference : comparison.differences(commands)) {
      if (tally.countDifferent(difference.command())) {
        show(seed, program, difference, file);
      }
    }
  }

  private List<Command> commands(Path file, Random random)
      throws IOException, InterruptedException {
    List<Command> commands = new ArrayList<>();
    String path = file.toString();
    ModuleFile module = ModuleFile.read(file);
    List<String> version = module.versionFlag();
    if (module.module() == null || random.nextInt(4) == 0) {
      add(commands, "parse", FolderCommands.PARSE, version, path);
      add(commands, "fmt", List.of("fmt"), version, path);
    }
    add(commands, "check --strict", List.of("check", "-f", "json", "--strict"), version, path);
    if (module.module() == null || module.isChanging()) {
      return commands;
    }
    List<String> evaluation =
        List.of(
            "eval",
            "-f",
            "json",
            "-d",
            path,
            "-d",
            scratch + "/data.json",
            "-i",
            scratch + "/input.json");
    List<String> strict = new ArrayList<>(evaluation);
    strict.add("--strict-builtin-errors");
    add(commands, "eval", evaluation, version, RuleQueries.ofPackage(module.module()));
    List<String> check = new ArrayList<>(List.of("check", "-f", "json", path));
    check.addAll(version);
    if (comparison.attest().run(check).exitCode() != 0) {
      return commands;
    }
    for (String rule : RuleQueries.ofRules(module.module())) {
      boolean isStrict = random.nextInt(4) > 0;
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
    out.println("  data: " + program.data());
    out.println();
    out.flush();
    Files.write(file, Utf8.encode(program.module()));
  }

  /// The difference that another module makes of the same command, or null when the answers are
  /// equal or differ in another way.
  private @Nullable Difference again(String module, Difference first, Path file)
      throws IOException, InterruptedException {
    Files.write(file, Utf8.encode(module));
    List<Difference> found = comparison.differences(List.of(first.command()));
    return found.isEmpty() || !found.getFirst().resembles(first) ? null : found.getFirst();
  }
}
