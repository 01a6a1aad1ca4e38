package ms.continuu.attest.operations.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.operations.discover.Discovery;
import ms.continuu.attest.operations.discover.Source.FileSource;
import ms.continuu.attest.operations.discover.Unreadable;
import ms.continuu.attest.operations.policies.PolicyFiles;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.policy.Subjects;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;

/// Says what is wrong with files, each by what it is: Rego by its compiler, Kubernetes manifests by
/// the fields of their kinds, other documents by their format. No rule is evaluated.
public final class Validate {

  /// What to validate.
  ///
  /// @param paths files and folders; `-` is the standard input
  /// @param library the folder of ATTEST's own policies, which others may draw on
  /// @param minor the minor version of Kubernetes 1 that manifests are for
  public record Request(List<String> paths, Path library, InputStream standardInput, int minor) {
    public Request {
      paths = List.copyOf(paths);
    }
  }

  /// What came of it.
  ///
  /// @param diagnostics errors and warnings, by place
  /// @param unread files that could not be read
  /// @param notes files left out
  /// @param policies how many Rego files there were
  /// @param manifests how many Kubernetes objects
  /// @param files how many files in all
  public record Result(
      List<Diagnostic> diagnostics,
      List<Diagnostic> unread,
      List<Diagnostic> notes,
      int policies,
      int manifests,
      int files) {
    public Result {
      diagnostics = List.copyOf(diagnostics);
      unread = List.copyOf(unread);
      notes = List.copyOf(notes);
    }

    /// How many diagnostics there are of a severity.
    public long count(Diagnostic.Severity severity) {
      return diagnostics.stream().filter(each -> each.severity() == severity).count();
    }
  }

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic d) -> d.location() == null ? "" : d.location().file())
          .thenComparingInt(d -> d.location() == null ? 0 : d.location().row())
          .thenComparingInt(d -> d.location() == null ? 0 : d.location().column())
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::message);

  private final Request request;
  private final List<Diagnostic> found = new ArrayList<>();
  private final List<Diagnostic> unread = new ArrayList<>();
  private final List<SourceFile> modules = new ArrayList<>();
  private int manifests;

  private Validate(Request request) {
    this.request = request;
  }

  /// Reads and validates everything, whatever is wrong with some of it.
  public static Result run(Request request) {
    return new Validate(request).run();
  }

  private Result run() {
    Discovery.Found files =
        Discovery.find(
            request.paths(),
            Discovery.Options.named(
                name -> name.endsWith(".rego") || FileDocuments.formatOf(name) != null));
    unread.addAll(files.faults());
    for (FileSource file : files.files()) {
      try {
        byte[] bytes =
            file.isStandardInput()
                ? request.standardInput().readAllBytes()
                : Files.readAllBytes(file.path());
        validate(file.name(), bytes);
      } catch (IOException e) {
        unread.add(Unreadable.of(file.name(), e));
      }
    }
    if (!modules.isEmpty()) {
      PolicyFiles library = PolicyFiles.read(List.of(), List.of(), request.library());
      found.addAll(
          ModuleCheck.of(
              new PolicySources(modules, ObjectValue.EMPTY, library.sources().library())));
    }
    return new Result(
        found.stream().sorted(ORDER).distinct().toList(),
        unread,
        files.notes(),
        modules.size(),
        manifests,
        files.files().size());
  }

  private void validate(String name, byte[] bytes) {
    if (name.endsWith(".rego")) {
      modules.add(new SourceFile(name, Utf8.decode(bytes)));
      return;
    }
    if (ConfigurationCheck.concerns(name)) {
      found.addAll(ConfigurationCheck.of(Path.of(name)));
      return;
    }
    DocumentFormat format = FileDocuments.formatOf(name);
    Reading reading =
        FileDocuments.read(
            name,
            bytes,
            format == null ? FileDocuments.formatOfText(bytes) : format,
            DocumentLimits.DEFAULT);
    found.addAll(reading.diagnostics());
    if (reading.documents().isEmpty() && reading.diagnostics().isEmpty()) {
      found.add(
          new Diagnostic(
              "empty_file",
              Diagnostic.Severity.WARNING,
              "file holds no document",
              new SourceFile(name, "").at(0, 0),
              List.of(),
              List.of(),
              ""));
    }
    for (Document document : reading.documents()) {
      for (Subject subject : Subjects.of(document)) {
        ManifestCheck check = new ManifestCheck(subject, request.minor());
        if (check.isManifest()) {
          manifests++;
          found.addAll(check.run());
        }
      }
    }
  }
}
