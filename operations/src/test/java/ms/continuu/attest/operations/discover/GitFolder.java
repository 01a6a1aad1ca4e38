package ms.continuu.attest.operations.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.operations.render.Tool;
import org.junit.jupiter.api.Assumptions;

/// A folder with a Git repository of its own, by the real `git`.
record GitFolder(Path path) {
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PATH", System.getenv().getOrDefault("PATH", ""),
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_SYSTEM", "/dev/null",
          "GIT_AUTHOR_NAME", "a",
          "GIT_AUTHOR_EMAIL", "a@example.com",
          "GIT_COMMITTER_NAME", "a",
          "GIT_COMMITTER_EMAIL", "a@example.com");

  static GitFolder in(Path path) throws IOException {
    Assumptions.assumeTrue(Tool.find("git", ENVIRONMENT) != null, "git is not installed");
    GitFolder folder = new GitFolder(path);
    folder.git("init", "-q", "-b", "main");
    return folder;
  }

  GitFolder write(String name, String text) throws IOException {
    Path file = path.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return this;
  }

  void commit() throws IOException {
    git("add", "-A", "-f");
    git("commit", "-q", "-m", "x");
  }

  String git(String... arguments) throws IOException {
    Tool.Result result = run(arguments);
    assertThat(result.code()).as(result.message()).isZero();
    return result.text();
  }

  Tool.Result run(String... arguments) throws IOException {
    Tool git = Tool.find("git", ENVIRONMENT);
    assertThat(git).isNotNull();
    return git.run(path, Duration.ofMinutes(1), List.of(arguments));
  }
}
