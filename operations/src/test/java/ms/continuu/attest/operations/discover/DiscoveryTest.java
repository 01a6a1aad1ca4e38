package ms.continuu.attest.operations.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import ms.continuu.attest.operations.render.Rendering;
import ms.continuu.attest.value.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
  @TempDir Path folder;

  @Test
  void foldersGiveFilesOfKnownNamesInOrder() throws IOException {
    write(
        "b.yaml", "a/c.json", "Dockerfile", "x.toml", "README.md", "vendor/v.yaml", ".git/c.yaml");
    assertThat(found("")).containsExactly("Dockerfile", "a/c.json", "b.yaml", "x.toml");
  }

  @Test
  void patternsCrossFoldersOnlyWithTwoStars() throws IOException {
    write("k/a.yaml", "k/x/b.yaml", "k/x/y/c.yaml", "k/x/d.json", "o/e.yaml");
    assertThat(found("k/**/*.yaml")).containsExactly("k/a.yaml", "k/x/b.yaml", "k/x/y/c.yaml");
    assertThat(found("k/*.yaml")).containsExactly("k/a.yaml");
    assertThat(found("*/[ae].yaml")).containsExactly("k/a.yaml", "o/e.yaml");
    assertThat(found("k/x*")).containsExactly("k/x/b.yaml", "k/x/d.json", "k/x/y/c.yaml");
    assertThat(faults("k/*.yml")).containsExactly(folder + "/k/*.yml: no file matches");
  }

  @Test
  void filesNamedAreFoundEvenWhenIgnoredAndOnlyOnce() throws IOException {
    write("a.yaml", "notes");
    Files.writeString(folder.resolve(".gitignore"), "a.yaml\n");
    assertThat(found("a.yaml", "notes", "a.yaml")).containsExactly("a.yaml", "notes");
    assertThat(found("")).isEmpty();
  }

  @Test
  void linksThatLeadBackAreToldAndOthersFollowed() throws IOException {
    write("a/b.yaml");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("c.yaml"), folder.resolve("gone"));
    Files.createSymbolicLink(folder.resolve("d"), folder.resolve("a/b.yaml"));
    Discovery.Found found = find(everything(), "");
    // A link that leads nowhere is told by whoever reads it.
    assertThat(names(found)).containsExactly("a/b.yaml", "c.yaml");
    assertThat(found.faults())
        .extracting(Diagnostic::message)
        .containsExactly("symbolic links lead back to a folder above");
  }

  @Test
  void changesAreWhatDiffersWhatIsStagedAndWhatIsNew() throws IOException {
    GitFolder git = GitFolder.in(folder);
    for (String name : List.of("same", "edited", "staged", "old", "gone")) {
      git.write(name + ".yaml", "kind: " + name + "\n");
    }
    git.write("chart/Chart.yaml", "name: c\n").write("chart/values.yaml", "a: 1\n").commit();
    git.git("checkout", "-q", "-b", "work");
    git.write("edited.yaml", "b\n").write("new.yaml", "c\n").write("chart/values.yaml", "a: 2\n");
    git.git("mv", "old.yaml", "renamed.yaml");
    git.git("rm", "-q", "gone.yaml");
    git.write("staged.yaml", "d\n").git("add", "staged.yaml");
    git.write(".gitignore", "ignored.yaml\n").write("ignored.yaml", "e\n");
    assertThat(names(find(since("main"), "")))
        .containsExactly(
            "chart/Chart.yaml",
            "chart/values.yaml",
            "edited.yaml",
            "new.yaml",
            "renamed.yaml",
            "staged.yaml");
    assertThat(find(since("main"), "same.yaml").unchanged()).isTrue();
  }

  @Test
  void whatMainDidMeanwhileIsNoChange() throws IOException {
    GitFolder git = GitFolder.in(folder).write("a.yaml", "1").write("b.yaml", "1");
    git.commit();
    git.git("checkout", "-q", "-b", "work");
    git.write("a.yaml", "2").commit();
    git.git("checkout", "-q", "main");
    git.write("b.yaml", "2").commit();
    git.git("checkout", "-q", "work");
    assertThat(names(find(since("main"), ""))).containsExactly("a.yaml");
  }

  @Test
  void changesThatNobodyCanTellAreFaults() throws IOException {
    write("a.yaml");
    assertThat(find(since("main"), "").faults())
        .singleElement()
        .extracting(Diagnostic::message)
        .asString()
        .endsWith(": not in a Git repository");
    GitFolder.in(folder).commit();
    for (String ref : List.of("nope", "--help", "HEAD:a.yaml")) {
      assertThat(find(since(ref), "").faults())
          .singleElement()
          .extracting(Diagnostic::message)
          .isEqualTo("--changed-since: `" + ref + "` is no commit of this repository");
    }
  }

  private static Discovery.Options everything() {
    return new Discovery.Options(Discovery.Options::isDocument, null, "", true, Rendering.NONE);
  }

  private static Discovery.Options since(String ref) {
    Rendering none = new Rendering(false, false, List.of(), Duration.ZERO, GitFolder.ENVIRONMENT);
    return new Discovery.Options(Discovery.Options::isDocument, null, ref, true, none);
  }

  private Discovery.Found find(Discovery.Options options, String... names) {
    return Discovery.find(Stream.of(names).map(this::path).toList(), options);
  }

  private List<String> found(String... names) {
    Discovery.Found found = find(everything(), names);
    assertThat(found.faults()).isEmpty();
    return names(found);
  }

  private List<String> faults(String... names) {
    return find(everything(), names).faults().stream().map(Diagnostic::message).toList();
  }

  private List<String> names(Discovery.Found found) {
    return found.files().stream().map(file -> folder.relativize(file.path()).toString()).toList();
  }

  private String path(String name) {
    return name.isEmpty() ? folder.toString() : folder + "/" + name;
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "a: 1\n");
    }
  }
}
