package ms.continuu.attest.conformance.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import ms.continuu.attest.conformance.generate.GeneratedProgram;
import ms.continuu.attest.conformance.generate.Mutator;
import ms.continuu.attest.conformance.generate.ProgramGenerator;
import ms.continuu.attest.conformance.generate.Shrinker;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// Compares the two programs on random programs, and makes those they differ on small.
public final class GeneratedRuns {
  /// After how many programs it is told how far the run is.
  private static final int PROGRESS = 100;

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
      tell(own - seed, programs);
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
      tell(own - seed, programs);
      Random random = new Random(own);
      String module = modules.get(random.nextInt(modules.size()));
      String input = new InputGuesses(module, random).next();
      compare(own, new GeneratedProgram(new Mutator(own).mutate(module), input, "{}"));
    }
  }

  private static void tell(long done, int programs) {
    if (done % PROGRESS == 0) {
      System.err.println(done + " of " + programs + " programs");
    }
  }

  private void compare(long seed, GeneratedProgram program)
      throws IOException, InterruptedException {
    Path file = scratch.resolve("policy.rego");
    Files.write(file, Utf8.encode(program.module()));
    Files.write(scratch.resolve("input.json"), Utf8.encode(program.input()));
    Files.write(scratch.resolve("data.json"), Utf8.encode(program.data()));
    Random random = new Random(seed);
    ModuleFile module = ModuleFile.read(file);
    List<Command> commands = commands(module, random);
    if (compareAll(seed, program, commands, file) && compiles(module)) {
      compareAll(seed, program, ruleCommands(module, random), file);
    }
  }

  /// Compares commands and shows how they differ; false when one does not end.
  private boolean compareAll(long seed, GeneratedProgram program, List<Command> commands, Path file)
      throws IOException, InterruptedException {
    Comparison.Compared compared = comparison.compare(commands);
    tally.addCommands(commands, compared);
    for (Difference difference : compared.differences()) {
      if (tally.countDifferent(difference.command())) {
        show(seed, program, difference, file);
      }
    }
    return compared.skipped().isEmpty();
  }

  private List<Command> commands(ModuleFile module, Random random) {
    List<Command> commands = new ArrayList<>();
    String path = module.path().toString();
    List<String> version = module.versionFlag();
    if (module.module() == null || random.nextInt(4) == 0) {
      add(commands, "parse", FolderCommands.PARSE, version, path);
      add(commands, "fmt", List.of("fmt"), version, path);
    }
    add(commands, "check --strict", List.of("check", "-f", "json", "--strict"), version, path);
    if (module.module() != null && !module.isChanging()) {
      add(commands, "eval", evaluation(module), version, RuleQueries.ofPackage(module.module()));
    }
    return commands;
  }

  private List<String> evaluation(ModuleFile module) {
    return List.of(
        "eval",
        "-f",
        "json",
        "-d",
        module.path().toString(),
        "-d",
        scratch + "/data.json",
        "-i",
        scratch + "/input.json");
  }

  private boolean compiles(ModuleFile module) throws IOException, InterruptedException {
    if (module.module() == null || module.isChanging()) {
      return false;
    }
    List<String> check = new ArrayList<>(List.of("check", "-f", "json", module.path().toString()));
    check.addAll(module.versionFlag());
    Answer answer = comparison.attest().run(check);
    return answer != null && answer.exitCode() == 0;
  }

  /// A query for each rule.
  private List<Command> ruleCommands(ModuleFile module, Random random) {
    List<Command> commands = new ArrayList<>();
    List<String> strict = new ArrayList<>(evaluation(module));
    strict.add("--strict-builtin-errors");
    for (String rule : RuleQueries.ofRules(Objects.requireNonNull(module.module()))) {
      boolean isStrict = random.nextInt(4) > 0;
      add(
          commands,
          isStrict ? "eval --strict-builtin-errors" : "eval",
          isStrict ? strict : evaluation(module),
          module.versionFlag(),
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
    List<Difference> found = comparison.compare(List.of(first.command())).differences();
    return found.isEmpty() || !found.getFirst().resembles(first) ? null : found.getFirst();
  }
}
