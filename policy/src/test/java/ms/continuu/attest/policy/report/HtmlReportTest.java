package ms.continuu.attest.policy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page, also as a real browser shows it.
class HtmlReportTest {
  private static final Pattern FINDING = Pattern.compile("<li class=\"[^>]*>");

  @TempDir Path folder;

  @Test
  void asksForNothingFromAnywhere() {
    String html = Example.write("html", Example.everything());
    assertThat(html).contains("default-src 'none'").doesNotContain("src=", "@import", "url(");
    Matcher address = Pattern.compile("href=\"(?!#)[^\"]*\"").matcher(html);
    assertThat(address.results().map(found -> found.group()))
        .isNotEmpty()
        .allMatch(href -> href.startsWith("href=\"https://kubernetes.io/"));
  }

  @Test
  void messagesAreTextAndNoMarkup() {
    String html = Example.write("html", Example.everything());
    assertThat(html).contains("&lt;script&gt;").containsOnlyOnce("<script>");
    assertThat(html).contains("<code>a</code> is privileged");
  }

  @Test
  void browserShowsAllAndFiltersByTheAddress() throws Exception {
    Path page = page();
    List<String> all = findings(open(page, ""));
    assertThat(all).hasSize(7).noneMatch(HtmlReportTest::isHidden);
    List<String> high = findings(open(page, "#severity=high"));
    assertThat(high.stream().filter(one -> !isHidden(one)))
        .hasSize(5)
        .allMatch(one -> one.contains("data-severity=\"critical\""));
    List<String> chosen =
        findings(open(page, "#state=violation&file=k8s%2Fshop.yaml&text=container+b"));
    assertThat(chosen.stream().filter(one -> !isHidden(one))).hasSize(1);
    assertThat(findings(open(page, "#file=none")).stream().noneMatch(HtmlReportTest::isHidden))
        .isTrue();
  }

  @Test
  void browserFindsNothingToComplainOf() throws Exception {
    Path page = page();
    String dom = open(page, "");
    assertThat(dom).contains("All 7 findings are shown.");
    assertThat(Files.readString(folder.resolve("browser.log")))
        .doesNotContain("CONSOLE", "Content Security Policy", "Uncaught");
  }

  private Path page() throws IOException {
    return Files.writeString(
        folder.resolve("report.html"), Example.write("html", Example.everything()));
  }

  private static List<String> findings(String dom) {
    List<String> findings = new ArrayList<>();
    FINDING.matcher(dom).results().forEach(found -> findings.add(found.group()));
    return findings;
  }

  private static boolean isHidden(String tag) {
    return tag.contains(" hidden");
  }

  /// The document of the page after its script has run; the test is skipped where there is no
  /// browser.
  private String open(Path page, String hash) throws IOException, InterruptedException {
    String browser = browser();
    assumeTrue(!browser.isEmpty(), "no chromium on the PATH: the page is not opened");
    File dom = folder.resolve("dom.html").toFile();
    Process process =
        new ProcessBuilder(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--dump-dom",
                page.toUri() + hash)
            .redirectOutput(dom)
            .redirectError(folder.resolve("browser.log").toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("the browser ends").isTrue();
    return Files.readString(dom.toPath(), StandardCharsets.UTF_8);
  }

  private static String browser() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .map(Path::of)
        .flatMap(
            place -> Stream.of("chromium", "chromium-browser", "google-chrome").map(place::resolve))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse("");
  }
}
