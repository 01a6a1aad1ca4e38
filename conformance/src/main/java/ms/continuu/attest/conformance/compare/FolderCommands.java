package ms.continuu.attest.conformance.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// The commands that compare the two programs on one folder of Rego files.
public final class FolderCommands {
  /// How many inputs are guessed for each folder.
  private static final int INPUTS = 3;

  /// How a parsed module is shown in full.
  static final List<String> PARSE =
      List.of("parse", "-f", "json", "--json-include", "locations,comments");

  private final Path folder;
  private final Path inputs;
  private final Random random;
  private final List<Command> commands = new ArrayList<>();
  private int skipped;

  private FolderCommands(Path folder, Path inputs, Random random) {
    this.folder = folder;
    this.inputs = inputs;
    this.random = random;
  }

  /// Commands, and how many were left out as no two runs of them agree.
  public record Listed(List<Command> commands, int skipped) {}

  /// Lists the commands for a folder, without its subfolders. A file `FOLDER.input.json` beside it
  /// is an input, too.
  ///
  /// @param inputs a folder that guessed inputs are written to
  public static Listed of(Path folder, Path inputs, Random random) throws IOException {
    FolderCommands listing = new FolderCommands(folder, inputs, random);
    List<ModuleFile> files = ModuleFile.in(folder);
    for (ModuleFile file : files) {
      listing.addFile(file);
    }
    if (!files.isEmpty()) {
      listing.addFolder(files);
    }
    return new Listed(listing.commands, listing.skipped);
  }

  private void addFile(ModuleFile file) {
    String path = file.path().toString();
    List<String> version = file.versionFlag();
    add(
        "parse",
        List.of("parse", "-f", "json", "--json-include", "locations,comments"),
        version,
        path);
    add("check", List.of("check", "-f", "json"), List.of(), path);
    add("check text", List.of("check"), List.of(), path);
    add("check --strict", List.of("check", "-f", "json", "--strict"), version, path);
    if (file.isOld()) {
      add("check --v0-compatible", List.of("check", "-f", "json"), version, path);
    }
    add("fmt", List.of("fmt"), version, path);
    add("fmt -d", List.of("fmt", "-d"), version, path);
  }

  private void addFolder(List<ModuleFile> files) throws IOException {
    String path = folder.toString();
    boolean isOld = files.stream().anyMatch(ModuleFile::isOld);
    List<String> version = isOld ? List.of("--v0-compatible") : List.of();
    if (files.size() > 1) {
      add("check", List.of("check", "-f", "json"), version, path);
      add("check --strict", List.of("check", "-f", "json", "--strict"), version, path);
    }
    add("inspect", List.of("inspect", "-f", "json", "-a"), version, path);
    if (files.stream().anyMatch(ModuleFile::isChanging)) {
      skipped += 2;
      return;
    }
    if (files.stream().anyMatch(file -> file.text().contains("test_"))) {
      add("test -v", List.of("test", "-v"), version, path);
      add("test -f json", List.of("test", "-f", "json"), version, path);
      add("test --coverage", List.of("test", "--coverage"), version, path);
    }
    addEvaluations(files, version);
  }

  private void addEvaluations(List<ModuleFile> files, List<String> version) throws IOException {
    StringBuilder text = new StringBuilder();
    files.forEach(file -> text.append(file.text()).append('\n'));
    InputGuesses guesses = new InputGuesses(text.toString(), random);
    List<List<String>> given = new ArrayList<>();
    given.add(List.of());
    Path own = folder.resolveSibling(folder.getFileName() + ".input.json");
    if (Files.exists(own)) {
      given.add(List.of("-i", own.toString()));
    }
    for (int i = 0; i < INPUTS && guesses.areWanted(); i++) {
      Path input = inputs.resolve("input-" + i + ".json");
      Files.writeString(input, guesses.next());
      given.add(List.of("-i", input.toString()));
    }
    for (ModuleFile file : files) {
      if (file.module() != null) {
        addQueries(
            RuleQueries.ofPackage(file.module()),
            RuleQueries.ofRules(file.module()),
            given,
            version);
      }
    }
  }

  private void addQueries(
      String all, Set<String> rules, List<List<String>> inputs, List<String> version) {
    for (List<String> input : inputs) {
      add("eval", evaluation(input), version, all);
      for (String rule : rules) {
        add("eval --strict-builtin-errors", strict(input), version, rule);
      }
    }
    List<String> explained =
        new ArrayList<>(
            List.of("eval", "--explain", "full", "-f", "pretty", "-d", folder.toString()));
    explained.addAll(inputs.getLast());
    List<String> measured = new ArrayList<>(evaluation(inputs.getLast()));
    measured.add("--coverage");
    for (String rule : rules) {
      add("eval", evaluation(inputs.getLast()), version, rule);
      add("eval --explain full", explained, version, rule);
      add("eval --coverage", measured, version, rule);
    }
    if (version.isEmpty()) { // which deps does not take
      add("deps", List.of("deps", "-f", "json", "-d", folder.toString()), version, all);
    }
  }

  private List<String> evaluation(List<String> input) {
    List<String> line = new ArrayList<>(List.of("eval", "-f", "json", "-d", folder.toString()));
    line.addAll(input);
    return line;
  }

  private List<String> strict(List<String> input) {
    List<String> line = evaluation(input);
    line.add("--strict-builtin-errors");
    return line;
  }

  private void add(String kind, List<String> line, List<String> version, String last) {
    List<String> arguments = new ArrayList<>(line);
    arguments.addAll(version);
    arguments.add(last);
    commands.add(new Command(kind, arguments, folder.toString()));
  }
}
