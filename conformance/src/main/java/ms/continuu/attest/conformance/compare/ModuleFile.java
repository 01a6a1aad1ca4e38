package ms.continuu.attest.conformance.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// A Rego file and what it is written in.
///
/// @param module null when it can be read neither as v1 nor as v0
/// @param isOld it is v0, and not v1
record ModuleFile(Path path, String text, @Nullable Module module, boolean isOld) {
  /// Calls whose answers no two runs share.
  private static final Pattern CHANGING =
      Pattern.compile(
          "time\\.now_ns|rand\\.intn|uuid\\.rfc4122|http\\.send|opa\\.runtime|net\\.lookup_ip_addr");

  static ModuleFile read(Path path) throws IOException {
    String text = Utf8.decode(Files.readAllBytes(path));
    Parsed<Module> current = parse(path, text, RegoVersion.V1);
    if (current.isSound()) {
      return new ModuleFile(path, text, current.tree(), false);
    }
    Parsed<Module> old = parse(path, text, RegoVersion.V0);
    return old.isSound()
        ? new ModuleFile(path, text, old.tree(), true)
        : new ModuleFile(path, text, null, false);
  }

  private static Parsed<Module> parse(Path path, String text, RegoVersion version) {
    return Parser.module(new SourceFile(path.toString(), text), ParseOptions.of(version));
  }

  /// Whether its rules say something else on each run.
  boolean isChanging() {
    return CHANGING.matcher(text).find();
  }

  /// The flag that commands need to read it.
  List<String> versionFlag() {
    return isOld ? List.of("--v0-compatible") : List.of();
  }

  static List<ModuleFile> in(Path folder) throws IOException {
    List<Path> paths;
    try (var found = Files.list(folder)) {
      paths =
          found
              .filter(path -> path.toString().endsWith(".rego") && Files.isRegularFile(path))
              .sorted()
              .toList();
    }
    var files = new java.util.ArrayList<ModuleFile>();
    for (Path path : paths) {
      files.add(read(path));
    }
    return files;
  }
}
