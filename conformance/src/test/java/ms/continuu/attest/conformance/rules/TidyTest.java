package ms.continuu.attest.conformance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a file of the project may look like.
class TidyTest {
  private static final int LONGEST_FILE = 700;
  private static final Set<String> TEXT =
      Set.of(
          "java",
          "md",
          "xml",
          "rego",
          "yaml",
          "yml",
          "sh",
          "properties",
          "txt",
          "editorconfig",
          "gitignore");
  // Spelled in pieces, so that this file passes its own test.
  private static final Pattern LEFT_OPEN = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern EMPTY_PROMISE =
      Pattern.compile(
          "not (yet )?imple" + "mented|UnsupportedOperation" + "Exception\\(\"",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EMPTY_NAME =
      Pattern.compile("(Impl|Manager|Helper|Utils?|Info)\\.java$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

  @Test
  void aJavaFileFitsInOneHead() {
    assertThat(in(SourceTree.files(".java"), (file, text) -> text.lines().count() > LONGEST_FILE))
        .isEmpty();
  }

  @Test
  void nothingIsLeftOpen() {
    assertThat(
            in(
                SourceTree.files(".java"),
                (file, text) ->
                    LEFT_OPEN.matcher(text).find() || EMPTY_PROMISE.matcher(text).find()))
        .isEmpty();
  }

  @Test
  void linesHaveNoTabsNoTrailingBlanksAndEnd() {
    List<Path> texts =
        SourceTree.files().stream().filter(TidyTest::isText).filter(TidyTest::isOurText).toList();
    assertThat(
            in(
                texts,
                (file, text) -> text.contains("\r") || !text.isEmpty() && !text.endsWith("\n")))
        .isEmpty();
    assertThat(
            in(
                SourceTree.files(".java"),
                (file, text) -> text.contains("\t") || text.contains(" \n")))
        .isEmpty();
  }

  @Test
  void aNameSaysSomething() {
    assertThat(
            SourceTree.files(".java").stream()
                .map(Path::toString)
                .filter(
                    name -> EMPTY_NAME.matcher(name).find() && !name.endsWith("package-info.java"))
                .filter(name -> !name.endsWith("module-info.java")))
        .isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<Path> folders = new TreeSet<>();
    for (Path file : SourceTree.files(".java")) {
      if (file.toString().contains("src/main/java/ms/")) {
        folders.add(file.getParent());
      }
    }
    assertThat(
            folders.stream()
                .filter(folder -> {
                  Path described = folder.resolve("package-info.java");
                  return !Files.exists(described)
                      || !SourceTree.read(described).contains("@NullMarked");
                })
                .map(folder -> SourceTree.root().relativize(folder).toString()))
        .isEmpty();
  }

  @Test
  void everyPublicTypeSaysWhatItIs() {
    Pattern undocumented =
        Pattern.compile(
            "\n\n(@\\w+(\\([^)]*\\))?\n)*public (?:[a-z-]+ )*(class|record|interface|enum) ");
    assertThat(
            in(
                SourceTree.files(".java").stream()
                    .filter(file -> file.toString().contains("src/main"))
                    .toList(),
                (file, text) -> undocumented.matcher(text).find()))
        .isEmpty();
  }

  @Test
  void everyLinkInTheDocsLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    for (Path file : SourceTree.files(".md")) {
      Matcher matcher = LINK.matcher(SourceTree.read(file));
      while (matcher.find()) {
        String target = matcher.group(1);
        if (!target.contains("://")
            && !target.startsWith("mailto:")
            && !Files.exists(file.resolveSibling(target))) {
          broken.add(SourceTree.root().relativize(file) + " → " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private interface Fault {
    boolean in(Path file, String text);
  }

  private static Stream<String> in(List<Path> files, Fault fault) {
    return files.stream()
        .filter(file -> fault.in(file, SourceTree.read(file)))
        .map(file -> SourceTree.root().relativize(file).toString());
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    return TEXT.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /// Test data is as broken as its case needs it.
  private static boolean isOurText(Path file) {
    return !file.toString().contains("src/test/resources");
  }
}
