package ms.continuu.attest.operations.config;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Sets and unsets single values in a file of configuration.
public final class EditConfiguration {
  private EditConfiguration() {}

  /// What became of an edit.
  public sealed interface Outcome {

    /// The file holds what was wanted.
    ///
    /// @param isChanged whether it did not before
    record Done(boolean isChanged) implements Outcome {}

    /// The key or the value makes no sense.
    record Misused(String message, String help) implements Outcome {}

    /// The file cannot be read, changed or written.
    record Failed(List<Diagnostic> faults) implements Outcome {}
  }

  /// Sets a value.
  ///
  /// @param text the value as it was typed
  public static Outcome set(
      Path file, Scope scope, ConfigurationKey key, String text, KnownPolicies known) {
    Value value = value(key, text, known);
    List<Diagnostic> faults = faults(key, value, known);
    if (!faults.isEmpty()) {
      return new Outcome.Misused(faults.getFirst().message(), faults.getFirst().help());
    }
    return change(file, scope, source -> ConfigurationEdit.set(source, key, value));
  }

  /// Unsets a value.
  public static Outcome unset(Path file, Scope scope, ConfigurationKey key) {
    return Files.exists(file)
        ? change(file, scope, source -> ConfigurationEdit.unset(source, key))
        : new Outcome.Done(false);
  }

  private static Value value(ConfigurationKey key, String text, KnownPolicies known) {
    Shape shape = shape(key, known);
    return shape instanceof Shape.Choice
        ? StringValue.of(text.toLowerCase(Locale.ROOT))
        : ValueText.read(text, shape);
  }

  private static Shape shape(ConfigurationKey key, KnownPolicies known) {
    return switch (key) {
      case ConfigurationKey.Scalar scalar -> scalar.key().shape();
      case ConfigurationKey.Field field -> fieldShape(field.field());
      case ConfigurationKey.Parameter parameter -> {
        List<RuleDescription> meant =
            known.rules().stream()
                .filter(rule -> rule.policy().isMeantBy(parameter.policy()))
                .toList();
        ParameterCheck.Declared declared =
            ParameterCheck.declared(meant, known.defaults()).get(parameter.name());
        yield declared == null ? new Shape.Free("") : declared.shape();
      }
    };
  }

  private static Shape fieldShape(String field) {
    return Shapes.POLICY_ENTRY.members().stream()
        .filter(member -> member.name().equals(field))
        .map(Shape.Member::shape)
        .findFirst()
        .orElseThrow();
  }

  /// What would be wrong with a file that said this and nothing else.
  private static List<Diagnostic> faults(ConfigurationKey key, Value value, KnownPolicies known) {
    String text = Objects.requireNonNull(ConfigurationEdit.set(new SourceFile("", ""), key, value));
    ConfigurationFile alone = ConfigurationFile.of(Scope.GLOBAL, "", Utf8.encode(text));
    if (!alone.faults().isEmpty()) {
      return alone.faults();
    }
    Configuration configuration =
        ConfigurationReading.of(List.of(alone), Path.of(""), Map.of(), Map.of()).configuration();
    return known.check(configuration);
  }

  /// How a text becomes another.
  private interface Change {
    @Nullable String of(SourceFile source);
  }

  private static Outcome change(Path file, Scope scope, Change change) {
    SourceFile source = new SourceFile(file.toString(), "");
    if (Files.exists(file)) {
      ConfigurationFile before = ConfigurationFile.read(scope, file);
      if (before.document() == null && !before.faults().isEmpty()
          || before.faults().stream().anyMatch(EditConfiguration::isBroken)) {
        return new Outcome.Failed(before.faults());
      }
      source = before.source();
    }
    String text = change.of(source);
    if (text == null) {
      return new Outcome.Failed(
          List.of(
              ConfigFaults.error(
                  "config_edit",
                  file + ": cannot be changed without writing it anew",
                  null,
                  "change it in an editor")));
    }
    if (text.equals(source.text())) {
      return new Outcome.Done(false);
    }
    try {
      write(file, text);
      return new Outcome.Done(true);
    } catch (IOException e) {
      return new Outcome.Failed(
          List.of(
              ConfigFaults.error(
                  "config_unwritable",
                  file + ": cannot be written: " + Failure.reason(e),
                  null,
                  "")));
    }
  }

  private static boolean isBroken(Diagnostic fault) {
    return !fault.code().startsWith("config_") || fault.code().equals("config_unreadable");
  }

  /// The old file stays until the new one is complete. A link stays a link, and who may read a file
  /// does not change; a new one is its owner's alone.
  private static void write(Path named, String text) throws IOException {
    Path file = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
    Path folder = Objects.requireNonNull(file.getParent());
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, ".policies", ".part");
    try {
      Files.write(part, Utf8.encode(text));
      boolean hasModes = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
      if (Files.exists(file) && hasModes) {
        Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(file));
      }
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
