package ms.continuu.attest.operations.opa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.GoPaths;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.files.SourceFiles;
import ms.continuu.attest.rego.format.FormatOptions;
import ms.continuu.attest.rego.format.Formatted;
import ms.continuu.attest.rego.format.Formatter;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// Writes Rego files in the one style of `opa fmt`, or tells which are not in it.
public final class FormatFiles {
  private final Request request;
  private final Consumer<String> out;

  /// What to do with a file that is written differently.
  public enum Output {
    /// Print its new text; a file in style is printed, too.
    TEXT,
    /// Put the new text into the file.
    FILE,
    /// Print its name.
    NAME,
    /// Print the changes, in colours.
    CHANGES
  }

  /// What is asked.
  ///
  /// @param source what the files are read as
  /// @param target what they are written for
  /// @param result what the written text is checked to be, or null for no check
  /// @param dropDirectiveImports imports that the target has no need of go
  /// @param failOnChange a file that is written differently is a failure
  public record Request(
      Language source,
      Language target,
      @Nullable Language result,
      boolean dropDirectiveImports,
      Output output,
      boolean failOnChange) {

    /// From version to version, of which `V0_COMPAT_V1` is both v0 and v1.
    ///
    /// @param capabilities what the target may use; null for all
    public static Request of(
        RegoVersion from, RegoVersion to, @Nullable Capabilities capabilities) {
      Capabilities all = Capabilities.current(to);
      Capabilities allowed = capabilities == null ? all : capabilities;
      Capabilities readable = allowed.withKeywordsAndFeaturesOf(all);
      return new Request(
          new Language(from, readable),
          new Language(to, allowed),
          new Language(to, readable),
          false,
          Output.TEXT,
          false);
    }

    public Request withoutCheck() {
      return new Request(source, target, null, dropDirectiveImports, output, failOnChange);
    }

    public Request with(Output output, boolean failOnChange, boolean dropDirectiveImports) {
      return new Request(source, target, result, dropDirectiveImports, output, failOnChange);
    }

    private FormatOptions formatOptions() {
      FormatOptions options = FormatOptions.of(target.version());
      return options
          .withDropDirectiveImports(dropDirectiveImports)
          .withKeywordsInRefs(
              target.capabilities().hasFeature(Capabilities.KEYWORDS_IN_REFS, options.oldest()));
    }
  }

  /// What went wrong with a file, as opposed to not finding files.
  public static final class FileFailure extends Exception {
    private static final long serialVersionUID = 1;

    private FileFailure(String text) {
      super(text, null, false, false);
    }

    public String text() {
      return String.valueOf(getMessage());
    }
  }

  private FormatFiles(Request request, Consumer<String> out) {
    this.request = request;
    this.out = out;
  }

  /// Formats files, and in directories those that end in `.rego`, in order of names. What is
  /// printed goes to `out` file by file.
  ///
  /// @throws Failure when paths cannot be walked
  /// @throws FileFailure at the first file that cannot be formatted
  public static void run(List<String> paths, Request request, Consumer<String> out)
      throws Failure, FileFailure {
    FormatFiles operation = new FormatFiles(request, out);
    for (String path : paths) {
      operation.walk(GoPaths.ofUrl(path));
    }
  }

  /// Formats a text that is no file.
  ///
  /// @throws Failure when it cannot be formatted
  public static String text(byte[] bytes, Request request) throws Failure {
    Request plain = request.with(Output.TEXT, false, false);
    return new FormatFiles(plain, text -> {}).format(new SourceFile("stdin", Utf8.decode(bytes)));
  }

  private void walk(String path) throws Failure, FileFailure {
    Path file = Path.of(path);
    if (path.isEmpty() || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw Failure.of("lstat " + path + ": no such file or directory");
    }
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      for (String name : SourceFiles.names(path)) {
        walk(GoPaths.join(path, name));
      }
    } else if (GoPaths.extension(path).equals(".rego")) {
      formatFile(path);
    }
  }

  private void formatFile(String path) throws FileFailure {
    String source;
    try {
      source = Utf8.decode(SourceFiles.read(path));
    } catch (Failure failure) {
      throw new FileFailure("failed to open file: " + failure.text());
    }
    String formatted;
    try {
      formatted = format(new SourceFile(path, source));
    } catch (Failure failure) {
      throw new FileFailure("failed to format Rego source file: " + failure.text());
    }
    checkResult(path, formatted);
    boolean changed = !formatted.equals(source);
    boolean failed = changed && request.failOnChange;
    switch (request.output) {
      case NAME -> out.accept(changed ? path + "\n" : "");
      case CHANGES ->
          out.accept(changed ? ColoredChanges.of(TextDiff.of(source, formatted)) + "\n" : "");
      case TEXT -> out.accept(failed ? "" : formatted);
      case FILE -> {
        if (changed && !failed) {
          write(path, formatted);
        }
      }
    }
    if (failed) {
      throw new FileFailure("unexpected diff");
    }
  }

  private static void write(String path, String text) throws FileFailure {
    try {
      Files.write(
          Path.of(path),
          Utf8.encode(text),
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new FileFailure(
          "failed to open file for writing: " + Failure.ofFile("open", path, e).text());
    }
  }

  private String format(SourceFile source) throws Failure {
    Module module = parse(source, request.source);
    FormatOptions options = request.formatOptions();
    List<Diagnostic> unfit = Formatter.unfit(module, options);
    if (!unfit.isEmpty()) {
      throw Failure.ofDiagnostics(unfit);
    }
    Formatted formatted = Formatter.format(module, options);
    if (formatted.text() == null) {
      throw Failure.ofDiagnostics(formatted.diagnostics()).within(source.name() + ": ");
    }
    return formatted.text();
  }

  private static Module parse(SourceFile source, Language language) throws Failure {
    Parsed<Module> parsed = Parser.module(source, language.parseOptions(false));
    Module module = parsed.tree();
    if (module != null && parsed.diagnostics().isEmpty()) {
      return module;
    }
    Diagnostic first = parsed.diagnostics().getFirst();
    boolean empty = first.location() != null && first.location().row() == 0;
    // OPA does not count the error of an empty text.
    throw empty
        ? Failure.of(Failure.Problem.of(first))
        : Failure.ofDiagnostics(parsed.diagnostics());
  }

  private void checkResult(String path, String formatted) throws FileFailure {
    if (request.result == null) {
      return;
    }
    try {
      parse(new SourceFile("formatted", formatted), request.result);
    } catch (Failure failure) {
      throw new FileFailure(
          path
              + " was successfully formatted, but the result is invalid: "
              + failure.text()
              + "\n\nTo inspect the formatted Rego, you can turn off this check with"
              + " --check-result=false.");
    }
  }
}
