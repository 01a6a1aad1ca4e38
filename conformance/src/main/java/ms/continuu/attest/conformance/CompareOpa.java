package ms.continuu.attest.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import ms.continuu.attest.conformance.compare.Comparison;
import ms.continuu.attest.conformance.compare.FolderCommands;
import ms.continuu.attest.conformance.compare.GeneratedRuns;
import ms.continuu.attest.conformance.compare.OwnProgram;
import ms.continuu.attest.conformance.compare.RealOpa;
import ms.continuu.attest.conformance.compare.Tally;
import ms.continuu.attest.value.Utf8;

/// Runs the same commands through ATTEST and the real `opa` and shows where they differ:
/// `compare-opa DIR…` on the Rego files below folders, `compare-opa --generate N` on random
/// programs.
///
/// Exits with 0 when all answers are equal, 1 when one differs, 2 when it could not compare.
public final class CompareOpa {
  private static final int DIFFERENT = 1;
  private static final int TROUBLE = 2;

  /// After how many folders it is told how far the run is.
  private static final int PROGRESS = 20;

  private static final String USAGE =
      """
      usage: conformance/compare-opa [options] DIR...
             conformance/compare-opa [options] --generate N [DIR...]
      Folders: all commands on the Rego files below them. With --generate: N random programs, or N
      texts made by small changes to the files below the folders.
        --seed S     of inputs and programs (default: 1)
        --sample N   compare only N of the folders, chosen by the seed
        --show N     how many differences of each kind are printed (default: 5)
      """;

  private CompareOpa() {}

  /// Arguments: see the usage.
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int code = run(args, out);
    out.flush();
    System.exit(code);
  }

  /// What the arguments say.
  private static final class Options {
    final List<Path> folders = new ArrayList<>();
    int generate;
    int sample = Integer.MAX_VALUE;
    int show = 5;
    long seed = 1;

    static Options of(String[] args) {
      Options options = new Options();
      for (int i = 0; i < args.length; i++) {
        switch (args[i]) {
          case "--generate" -> options.generate = Integer.parseInt(args[++i]);
          case "--sample" -> options.sample = Integer.parseInt(args[++i]);
          case "--show" -> options.show = Integer.parseInt(args[++i]);
          case "--seed" -> options.seed = Long.parseLong(args[++i]);
          default -> options.folders.add(Path.of(args[i]));
        }
      }
      return options;
    }

    boolean areUsable() {
      return (generate > 0 || !folders.isEmpty()) && folders.stream().allMatch(Files::isDirectory);
    }
  }

  static int run(String[] args, PrintStream out) throws IOException, InterruptedException {
    Options options;
    try {
      options = Options.of(args);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      System.err.print(USAGE);
      return TROUBLE;
    }
    if (!options.areUsable()) {
      System.err.print(USAGE);
      return TROUBLE;
    }
    RealOpa opa = RealOpa.find();
    if (opa == null) {
      System.err.println(
          "there is no `opa` on the PATH to compare with: install OPA 1.22.2, then run this again");
      return TROUBLE;
    }
    Tally tally = new Tally(out, options.show);
    Path scratch = Files.createTempDirectory("compare-opa");
    try (Comparison comparison = new Comparison(opa, new OwnProgram())) {
      if (options.generate > 0) {
        out.println("seed " + options.seed);
        GeneratedRuns runs = new GeneratedRuns(comparison, tally, scratch, out);
        if (options.folders.isEmpty()) {
          runs.run(options.seed, options.generate);
        } else {
          runs.runMutated(modules(options.folders), options.seed, options.generate);
        }
      } else {
        compareFolders(options, comparison, tally, scratch);
      }
    } finally {
      delete(scratch);
    }
    tally.print();
    return tally.different() == 0 ? 0 : DIFFERENT;
  }

  private static void compareFolders(
      Options options, Comparison comparison, Tally tally, Path scratch)
      throws IOException, InterruptedException {
    List<Path> folders = new ArrayList<>();
    for (Path root : options.folders) {
      try (Stream<Path> found = Files.walk(root)) {
        found.filter(Files::isDirectory).sorted().forEach(folders::add);
      }
    }
    Random random = new Random(options.seed);
    if (options.sample < folders.size()) {
      Collections.shuffle(folders, random);
    }
    int number = 0;
    int count = Math.min(options.sample, folders.size());
    for (Path folder : folders.subList(0, count)) {
      if (number % PROGRESS == 0) {
        System.err.println(number + " of " + count + " folders");
      }
      Path inputs = Files.createDirectory(scratch.resolve("folder-" + number++));
      FolderCommands.Listed listed = FolderCommands.of(folder, inputs, random);
      tally.skip(listed.skipped());
      tally.add(listed.commands(), comparison.compare(listed.commands()));
    }
  }

  private static List<String> modules(List<Path> roots) throws IOException {
    List<String> modules = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> found = Files.walk(root)) {
        for (Path file :
            found.filter(path -> path.toString().endsWith(".rego")).sorted().toList()) {
          modules.add(Utf8.decode(Files.readAllBytes(file)));
        }
      }
    }
    return modules;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> found = Files.walk(folder)) {
      paths = new ArrayList<>(found.toList());
    }
    Collections.reverse(paths);
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
