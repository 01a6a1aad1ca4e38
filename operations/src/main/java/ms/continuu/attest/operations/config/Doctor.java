package ms.continuu.attest.operations.config;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// Looks whether everything is there that ATTEST works with.
public final class Doctor {
  private static final String CACHE_OPTION = "-XX:AOTCache=";

  private final Map<String, String> environment;
  private final List<Finding> findings = new ArrayList<>();

  /// How something is.
  public enum State {
    OK,
    /// It works, less well than it could.
    WARN,
    FAIL
  }

  /// What was looked at.
  ///
  /// @param advice what to do about it; empty when it is well
  public record Finding(State state, String subject, String text, String advice) {}

  private Doctor(Map<String, String> environment) {
    this.environment = environment;
  }

  /// Looks at everything.
  ///
  /// @param home the folder that ATTEST is installed in
  public static List<Finding> examine(
      ConfigurationFiles files, Map<String, String> environment, Path home) {
    Doctor doctor = new Doctor(environment);
    ConfigurationReading reading = ConfigurationReading.read(files, environment, Map.of());
    doctor.lookAtFiles(files, reading);
    doctor.lookAtPolicies(reading.configuration(), home.resolve("policies"));
    doctor.lookAtBundle(reading.configuration());
    doctor.lookForProgram("git", "checks of what changed need it");
    doctor.lookForProgram("helm", "rendering charts needs it");
    doctor.lookForProgram("kubectl", "reading from clusters needs it");
    doctor.lookAtCache();
    doctor.lookAtJava();
    return doctor.findings;
  }

  private void ok(String subject, String text) {
    findings.add(new Finding(State.OK, subject, text, ""));
  }

  private void add(State state, String subject, String text, String advice) {
    findings.add(new Finding(state, subject, text, advice));
  }

  private void lookAtFiles(ConfigurationFiles files, ConfigurationReading reading) {
    for (Scope scope : Scope.values()) {
      Path file = files.of(scope);
      String subject = scope.word() + " configuration";
      if (file == null) {
        add(State.WARN, subject, "no home folder is known", "set HOME or XDG_CONFIG_HOME");
      } else {
        ok(subject, file + (Files.exists(file) ? "" : " (not there, which is fine)"));
      }
    }
    if (reading.faults().isEmpty()) {
      ok("configuration", "valid");
    }
    reading.faults().forEach(fault -> add(State.FAIL, "configuration", told(fault), fault.help()));
    reading.notes().forEach(note -> add(State.WARN, "configuration", told(note), note.help()));
  }

  private static String told(Diagnostic diagnostic) {
    return diagnostic.location() == null
        ? diagnostic.message()
        : diagnostic.location().file()
            + ":"
            + diagnostic.location().row()
            + ":"
            + diagnostic.location().column()
            + ": "
            + diagnostic.message();
  }

  private void lookAtPolicies(Configuration configuration, Path library) {
    KnownPolicies known = KnownPolicies.of(configuration, library);
    known.faults().forEach(fault -> add(State.FAIL, "policies", told(fault), fault.help()));
    if (known.rules().isEmpty()) {
      add(State.FAIL, "policies", library + ": no policy is there", "install ATTEST anew");
      return;
    }
    if (known.faults().isEmpty()) {
      ok("policies", known.rules().size() + " rules");
    }
    List<Diagnostic> faults = known.check(configuration);
    faults.forEach(fault -> add(State.FAIL, "configured policies", told(fault), fault.help()));
    if (faults.isEmpty()) {
      ok("configured policies", configuration.policies().size() + ", all known");
    }
  }

  private void lookAtBundle(Configuration configuration) {
    String path = configuration.bundlePath();
    if (path.isEmpty()) {
      return;
    }
    if (KnownPolicies.isFolder(path)) {
      ok("policy bundle", path);
    } else {
      add(
          State.FAIL,
          "policy bundle",
          path + ": no such folder",
          "create it, or `attest config unset " + ScalarKey.BUNDLE_PATH.key() + "`");
    }
  }

  private void lookForProgram(String name, String reason) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (isProgram(folder, name)) {
        ok(name, Path.of(folder, name).toString());
        return;
      }
    }
    add(State.WARN, name, "not found on PATH", reason);
  }

  private static boolean isProgram(String folder, String name) {
    try {
      Path program = Path.of(folder, name);
      return !folder.isEmpty() && Files.isExecutable(program) && !Files.isDirectory(program);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void lookAtCache() {
    Path folder = cacheFolder();
    if (folder == null) {
      add(
          State.WARN,
          "cache",
          "no home folder is known",
          "set HOME or XDG_CACHE_HOME; every check judges everything anew");
      return;
    }
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".doctor", ".part"));
      ok("cache", folder.toString());
    } catch (IOException e) {
      add(
          State.WARN,
          "cache",
          folder + ": cannot be written: " + Failure.reason(e),
          "every check judges everything anew");
    }
  }

  private @Nullable Path cacheFolder() {
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    String user = environment.getOrDefault("HOME", "");
    if (caches.isEmpty() && user.isEmpty()) {
      return null;
    }
    return (caches.isEmpty() ? Path.of(user, ".cache") : Path.of(caches)).resolve("attest");
  }

  private void lookAtJava() {
    ok("java", Runtime.version() + ", " + System.getProperty("java.home", "of an unknown folder"));
    String cache =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith(CACHE_OPTION))
            .map(argument -> argument.substring(CACHE_OPTION.length()))
            .findFirst()
            .orElse("");
    if (cache.isEmpty()) {
      add(State.WARN, "quick start", "no AOT cache is given", "start ATTEST by its launcher");
    } else if (Files.isReadable(Path.of(cache))) {
      ok("quick start", cache);
    } else {
      add(State.WARN, "quick start", cache + ": no such file", "install ATTEST anew");
    }
  }
}
