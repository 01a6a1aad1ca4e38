package ms.continuu.attest.operations.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;

/// Files and directories, with Go's words for what keeps them from being read.
public final class SourceFiles {
  private SourceFiles() {}

  /// Reads one policy.
  public static Module parse(String path, byte[] bytes, Language language, boolean annotations)
      throws Failure {
    SourceFile source = new SourceFile(path, Utf8.decode(bytes));
    Parsed<Module> parsed = Parser.module(source, language.parseOptions(annotations));
    Module module = parsed.tree();
    if (module == null || !parsed.diagnostics().isEmpty()) {
      throw failure(parsed.diagnostics());
    }
    return module;
  }

  /// That a module is empty is told as one error, where others are told as a list.
  private static Failure failure(List<Diagnostic> diagnostics) {
    Location first = diagnostics.isEmpty() ? null : diagnostics.getFirst().location();
    return first != null && first.row() == 0
        ? Failure.of(Failure.Problem.of(diagnostics.getFirst()))
        : Failure.ofDiagnostics(diagnostics);
  }

  /// Refuses network paths of Windows.
  public static void refuseUnc(String path) throws Failure {
    if (path.length() > 1 && isSlash(path.charAt(0)) && isSlash(path.charAt(1))) {
      throw Failure.of("UNC path read is not allowed: " + path);
    }
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  /// Whether a path is a directory; links are followed.
  public static boolean isDirectory(String path) throws Failure {
    try {
      if (path.isEmpty()) {
        throw Failure.of("stat : no such file or directory");
      }
      return Files.readAttributes(Path.of(path), BasicFileAttributes.class).isDirectory();
    } catch (IOException e) {
      throw Failure.ofFile("stat", path, e);
    }
  }

  /// The bytes of a file.
  public static byte[] read(String path) throws Failure {
    Path file = Path.of(path);
    if (path.isEmpty()) {
      throw Failure.of("open : no such file or directory");
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      if (Files.isDirectory(file)) {
        throw Failure.of("read " + path + ": is a directory");
      }
      throw Failure.ofFile("open", path, e);
    }
  }

  /// The names in a directory, in order of their bytes.
  public static List<String> names(String directory) throws Failure {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(directory))) {
      entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
    } catch (IOException e) {
      throw Failure.ofFile("open", directory, e);
    }
    names.sort(Utf8::compare);
    return names;
  }
}
