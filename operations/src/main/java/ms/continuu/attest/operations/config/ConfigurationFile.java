package ms.continuu.attest.operations.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// One file of configuration, read and held against its shape.
///
/// @param document null when it holds none
/// @param faults what is wrong with it
/// @param notes what is right and does nothing
record ConfigurationFile(
    Scope scope,
    SourceFile source,
    @Nullable Document document,
    List<Diagnostic> faults,
    List<Diagnostic> notes) {
  /// Far more than anybody writes by hand.
  static final DocumentLimits LIMITS = new DocumentLimits(4L << 20, 100, 500_000, 100);

  ConfigurationFile {
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }

  static ConfigurationFile read(Scope scope, Path file) {
    try {
      return of(scope, file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? "it is a folder" : Failure.reason(e);
      Diagnostic fault =
          ConfigFaults.error("config_unreadable", file + ": cannot be read: " + reason, null, "");
      return new ConfigurationFile(
          scope, new SourceFile(file.toString(), ""), null, List.of(fault), List.of());
    }
  }

  static ConfigurationFile of(Scope scope, String name, byte[] bytes) {
    Reading reading = FileDocuments.read(name, bytes, Yaml.KUBERNETES, LIMITS);
    List<Diagnostic> faults = new ArrayList<>(reading.diagnostics());
    List<Diagnostic> notes = new ArrayList<>();
    Document document = reading.documents().isEmpty() ? null : reading.documents().getFirst();
    SourceFile source =
        document == null ? new SourceFile(name, Utf8.decode(bytes)) : document.source();
    if (reading.documents().size() > 1) {
      faults.add(
          ConfigFaults.error(
              "config_type",
              "the file holds more than one YAML document",
              reading.documents().get(1).positions().locate(List.of()),
              "remove the line `---` between them"));
    }
    if (document != null && faults.isEmpty()) {
      faults.addAll(StructureCheck.of(document, Shapes.FILE));
      noteUnused(document, notes);
    }
    return new ConfigurationFile(scope, source, document, faults, notes);
  }

  private static void noteUnused(Document document, List<Diagnostic> notes) {
    for (String section : Shapes.UNUSED) {
      Value there = document.value() instanceof ObjectValue all ? all.get(section) : null;
      if (there != null && !(there instanceof NullValue)) {
        notes.add(
            ConfigFaults.note(
                "config_unused",
                "the section `" + section + "` is not used yet",
                document.positions().locate(List.of(StringValue.of(section))),
                ""));
      }
    }
  }

  /// What the file holds; nothing when it holds nothing.
  ObjectValue root() {
    return document != null && document.value() instanceof ObjectValue object
        ? object
        : ObjectValue.EMPTY;
  }

  Location at(Value... path) {
    return document == null ? source.at(0, 0) : document.positions().locate(List.of(path));
  }

  Origin origin(Value... path) {
    return new Origin.InFile(scope, at(path));
  }
}
