package ms.continuu.attest.operations.discover;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ms.continuu.attest.operations.render.Tool;

/// The files of a Git repository that a change touches: what differs between the work tree and the
/// commit where the change began, and what Git does not know yet.
///
/// @param paths absolute; deleted files among them
record ChangedFiles(Set<Path> paths) {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /// Why nobody can tell what a change touches.
  static final class Unknown extends Exception {
    private static final long serialVersionUID = 1L;
    private final String help;

    Unknown(String message, String help) {
      super(message);
      this.help = help;
    }

    String help() {
      return help;
    }
  }

  /// The changes in the repository of a folder since a commit; where the branch of that commit went
  /// on, since the two parted.
  static ChangedFiles since(String ref, Path folder, Map<String, String> environment)
      throws Unknown {
    Tool git = Tool.find("git", environment);
    if (git == null) {
      throw new Unknown("--changed-since needs `git`, which is not installed", "install Git");
    }
    Git repository = new Git(git.with(Map.of("GIT_OPTIONAL_LOCKS", "0")), folder);
    Path top = repository.top();
    String base = repository.base(ref);
    Set<Path> paths = new TreeSet<>();
    for (String name :
        repository.names(
            "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", base, "--")) {
      paths.add(top.resolve(name));
    }
    Git whole = new Git(repository.git, top);
    for (String name : whole.names("ls-files", "--others", "--exclude-standard", "-z")) {
      paths.add(top.resolve(name));
    }
    return new ChangedFiles(paths);
  }

  private record Git(Tool git, Path folder) {
    Path top() throws Unknown {
      Tool.Result result = run("rev-parse", "--show-toplevel");
      if (result.code() != 0) {
        throw new Unknown(
            folder + ": not in a Git repository",
            result.message().isEmpty() ? "leave --changed-since out" : result.message());
      }
      return Path.of(result.text().strip());
    }

    String base(String ref) throws Unknown {
      Tool.Result commit =
          ref.startsWith("-")
              ? new Tool.Result(1, new byte[0], "")
              : run("rev-parse", "--verify", "--quiet", ref + "^{commit}");
      if (commit.code() != 0) {
        throw new Unknown(
            "--changed-since: `" + ref + "` is no commit of this repository",
            "name a branch, tag or commit; fetch it first when the clone is shallow");
      }
      Tool.Result base = run("merge-base", commit.text().strip(), "HEAD");
      if (base.code() != 0) {
        throw new Unknown(
            "--changed-since: `" + ref + "` and HEAD have no commit in common",
            "fetch more of the history, as with `git fetch --unshallow`");
      }
      return base.text().strip();
    }

    List<String> names(String... arguments) throws Unknown {
      Tool.Result result = run(arguments);
      if (result.code() != 0) {
        throw new Unknown("git " + arguments[0] + " failed: " + result.message(), "");
      }
      List<String> names = new ArrayList<>();
      for (String name : result.text().split("\0", -1)) {
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
      return names;
    }

    /// A repository's own settings must not make Git run programs.
    private Tool.Result run(String... arguments) throws Unknown {
      List<String> all = new ArrayList<>(List.of("-c", "core.fsmonitor=false"));
      all.addAll(List.of(arguments));
      try {
        return git.run(folder, LIMIT, all);
      } catch (IOException e) {
        throw new Unknown("git cannot be run: " + e.getMessage(), "");
      }
    }
  }

  /// Whether a file is among them.
  boolean touches(Path file) {
    return paths.contains(real(file));
  }

  /// Whether anything in a folder, however deep, is among them.
  boolean touchesBelow(Path folder) {
    Path real = real(folder);
    return paths.stream().anyMatch(path -> path.startsWith(real));
  }

  /// Git tells paths without symbolic links in them.
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
