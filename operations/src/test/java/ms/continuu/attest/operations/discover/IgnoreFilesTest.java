package ms.continuu.attest.operations.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ignore files mean what they mean to `git check-ignore`.
class IgnoreFilesTest {
  private static final List<String> FILES =
      List.of(
          "a.yaml",
          "b.txt",
          "x/a.yaml",
          "x/y/a.yaml",
          "x/y/z/a.yaml",
          "x/y/z/c d.yaml",
          "build/a.yaml",
          "x/build/a.yaml",
          "x/build/keep/b.yaml",
          "foo/bar/baz.yaml",
          "foo/baz.yaml",
          "[x]/q.yaml",
          "#c.yaml",
          "!d.yaml",
          "é.yaml",
          "sp .yaml");
  private static final List<String> PARTS =
      List.of(
          "*",
          "**",
          "/",
          "?",
          "a",
          "x",
          "y",
          "z",
          "build",
          "foo",
          "bar",
          ".yaml",
          "b",
          "[a-c]",
          "[!a]",
          "[[:alpha:]]",
          "!",
          "\\",
          "#",
          " ",
          "**/",
          "/**",
          "/**/",
          "keep",
          "é",
          "[",
          "]",
          "baz");

  @TempDir Path folder;

  @Test
  void patternsMeanWhatTheyMeanToGit() throws IOException {
    GitFolder git = GitFolder.in(folder);
    for (String name : FILES) {
      git.write(name, "");
    }
    same("*.yaml\n!a.yaml\n", "");
    same("/a.yaml\nbuild/\n", "!a.yaml\n");
    same("x/**\n!x/y/\n!x/y/z/\n!x/y/z/**\n", "");
    same("foo/**/baz.yaml\n**/y/*.yaml\n", "");
    same("\\#c.yaml\n\\!d.yaml\n# comment\nsp\\ .yaml   \n", "");
    same("x/build\n!x/build/keep\n", "build\n!build/\n");
    same("[a-b].*\nx/[!y]*\n", "");
    same("*.yaml\r\n!/a.yaml\r\n", "");
    same("**\n!*/\n!*.txt\n", "");
    same("\ufefffoo\n", "");
  }

  @Test
  void generatedPatternsMeanWhatTheyMeanToGit() throws IOException {
    GitFolder git = GitFolder.in(folder);
    for (String name : FILES) {
      git.write(name, "");
    }
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < Integer.getInteger("rounds", 120); round++) {
      String top = lines(random);
      String nested = lines(random);
      try {
        same(top, nested);
      } catch (AssertionError e) {
        throw new AssertionError("-Dseed=" + seed + ":\n" + top + "--\n" + nested, e);
      }
    }
  }

  private static String lines(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      for (int k = random.nextInt(5); k >= 0; k--) {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private void same(String top, String nested) throws IOException {
    GitFolder git = new GitFolder(folder);
    git.write(".gitignore", top).write("x/.gitignore", nested);
    List<String> arguments = new ArrayList<>(List.of("ls-files", "-z", "-o", "--exclude-standard"));
    TreeSet<String> theirs = new TreeSet<>();
    Stream.of(git.git(arguments.toArray(String[]::new)).split("\0", -1))
        .filter(name -> !name.isEmpty())
        .forEach(theirs::add);
    TreeSet<String> ours = new TreeSet<>();
    for (Path file : FolderWalk.below(folder, true).files()) {
      ours.add(folder.relativize(file).toString());
    }
    assertThat(ours).as(top + "--\n" + nested).isEqualTo(theirs);
  }

  @Test
  void attestignoreComesAfterGitignoreAndNeedsNoRepository() throws IOException {
    Files.writeString(folder.resolve(".gitignore"), "*.yaml\n");
    Files.writeString(folder.resolve(".attestignore"), "!a.yaml\nb.txt\n");
    for (String name : List.of("a.yaml", "b.yaml", "b.txt", "c.txt")) {
      Files.writeString(folder.resolve(name), "");
    }
    assertThat(FolderWalk.below(folder, true).files().stream().map(Path::getFileName))
        .map(Path::toString)
        .containsExactly(".attestignore", ".gitignore", "a.yaml", "c.txt");
  }

  @Test
  void ignoreFilesOfFoldersAboveCount() throws IOException {
    GitFolder git = GitFolder.in(folder).write("x/y/a.yaml", "").write("x/y/b.yaml", "");
    git.write(".gitignore", "/x/y/a.yaml\n");
    assertThat(FolderWalk.below(folder.resolve("x/y"), true).files())
        .containsExactly(folder.resolve("x/y/b.yaml"));
    assertThat(FolderWalk.below(folder.resolve("x/y"), false).files()).hasSize(2);
  }
}
