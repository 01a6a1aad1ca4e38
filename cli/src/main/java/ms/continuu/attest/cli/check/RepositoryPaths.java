package ms.continuu.attest.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// Names of files as paths from the top of the repository, with `/`, as those who show findings
/// beside the code want them. What lies outside keeps its absolute path.
public final class RepositoryPaths implements UnaryOperator<String> {
  /// Where CI systems say that the repository lies.
  private static final List<String> VARIABLES =
      List.of("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY");

  private final Path folder;
  private final Path top;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  private RepositoryPaths(Path folder, Path top) {
    this.folder = folder;
    this.top = top;
  }

  /// @param folder what names of files are relative to
  public static RepositoryPaths of(Path folder, Map<String, String> environment) {
    Path here = real(folder.toAbsolutePath());
    for (String variable : VARIABLES) {
      String named = environment.getOrDefault(variable, "");
      if (!named.isEmpty() && here.startsWith(real(Path.of(named)))) {
        return new RepositoryPaths(here, real(Path.of(named)));
      }
    }
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return new RepositoryPaths(here, at);
      }
    }
    return new RepositoryPaths(here, here);
  }

  @Override
  public String apply(String file) {
    return file.isEmpty() || file.equals("-") ? file : known.computeIfAbsent(file, this::relative);
  }

  private String relative(String file) {
    try {
      Path named = folder.resolve(file).normalize();
      Path real = real(named);
      Path within = real.startsWith(top) ? real : named;
      Path path = within.startsWith(top) ? top.relativize(within) : within;
      return path.toString().replace('\\', '/');
    } catch (InvalidPathException e) {
      return file;
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
