package ms.continuu.attest.operations.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where configuration stands: the user's file, and the project's.
///
/// @param global the user's file, whether it is there or not; null where there is no home folder
/// @param project the project's file, whether it is there or not
/// @param isNamed whether the project's file was named, and so has to be there
public record ConfigurationFiles(@Nullable Path global, Path project, boolean isNamed) {
  /// Names a file that is read instead of the project's.
  public static final String VARIABLE = "ATTEST_CONFIG";

  private static final Path PROJECT = Path.of(".attest", "policies.yaml");

  /// Finds the files. The project's is looked for from the working directory upwards, as far as the
  /// home folder or the root; where there is none, it would stand beside `.git`, or in the working
  /// directory.
  public static ConfigurationFiles find(Map<String, String> environment, Path workingDirectory) {
    Path global = global(environment);
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isEmpty()) {
      return new ConfigurationFiles(global, pathOf(workingDirectory, named), true);
    }
    Path home = folder(environment.getOrDefault("HOME", ""));
    return new ConfigurationFiles(global, project(workingDirectory, home), false);
  }

  /// The same with another file in place of the project's.
  public ConfigurationFiles reading(Path file) {
    return new ConfigurationFiles(global, file, true);
  }

  /// The file for a scope, whether it is there or not.
  public @Nullable Path of(Scope scope) {
    return scope == Scope.GLOBAL ? global : project;
  }

  /// The folder that paths in the project's file count from.
  public Path projectFolder() {
    Path folder = project.toAbsolutePath().getParent();
    if (folder == null) {
      return project.toAbsolutePath();
    }
    boolean isUsual = String.valueOf(folder.getFileName()).equals(".attest");
    Path above = folder.getParent();
    return isUsual && above != null ? above : folder;
  }

  private static @Nullable Path global(Map<String, String> environment) {
    Path folder = folder(environment.getOrDefault("XDG_CONFIG_HOME", ""));
    if (folder == null) {
      Path home = folder(environment.getOrDefault("HOME", ""));
      folder = home == null ? null : home.resolve(".config");
    }
    return folder == null ? null : folder.resolve("attest").resolve("policies.yaml");
  }

  /// A folder that a variable names; the XDG specification has relative ones ignored.
  private static @Nullable Path folder(String name) {
    try {
      Path folder = Path.of(name);
      return folder.isAbsolute() ? folder.normalize() : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static Path pathOf(Path workingDirectory, String name) {
    try {
      return workingDirectory.resolve(name);
    } catch (InvalidPathException e) {
      return workingDirectory.resolve(name.replace('\0', '?'));
    }
  }

  private static Path project(Path workingDirectory, @Nullable Path home) {
    Path start = workingDirectory.toAbsolutePath().normalize();
    Path repository = null;
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(PROJECT))) {
        return folder.resolve(PROJECT);
      }
      if (repository == null && Files.exists(folder.resolve(".git"))) {
        repository = folder;
      }
      if (folder.equals(home)) {
        break;
      }
    }
    return (repository == null ? start : repository).resolve(PROJECT);
  }
}
