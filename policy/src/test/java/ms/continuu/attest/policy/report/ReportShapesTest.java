package ms.continuu.attest.policy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.Resource;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// What each format promises its reader.
class ReportShapesTest {
  static List<String> formats() {
    return Reports.names();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void nobodySpeaksInTheNameOfTheCheck(String format) {
    String report = Example.write(format, Example.everything());
    assertThat(report.chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t'))
        .isEmpty();
    assertThat(report.codePoints().filter(c -> Character.getType(c) == Character.FORMAT)).isEmpty();
    assertThat(report).doesNotContain("##vso[task.complete]", "##[error]");
    assertThat(report.lines().map(String::strip).filter(line -> line.startsWith("::error::")))
        .isEmpty();
    assertThat(report).endsWith("\n");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void orderOfDiscoveryDoesNotShow(String format) {
    CheckResult sorted = Example.everything();
    List<Finding> shuffled = new ArrayList<>(sorted.findings());
    Collections.shuffle(shuffled, new Random(7));
    CheckResult again = Example.result(sorted.faults(), shuffled.toArray(Finding[]::new));
    assertThat(Example.write(format, again)).isEqualTo(Example.write(format, sorted));
  }

  @Test
  void textIsOneLineAFinding() {
    assertThat(Example.write("text", Example.result(Example.finding(Example.DENY, "a\nb"))))
        .isEqualTo("k8s/shop.yaml:2:1: critical: a b [attest.security.privileged/deny]\n");
  }

  @Test
  void jsonMatchesItsPublishedSchema() throws IOException {
    String schema = JsonShape.resource("attest.check.v1.schema.json");
    Path published =
        Path.of(System.getProperty("attest.root", ".."))
            .resolve("docs/schemas/attest.check.v1.schema.json");
    assertThat(Files.readString(published)).isEqualTo(schema);
    String json = Example.write("json", Example.everything());
    assertThat(JsonShape.faults(json, schema)).isEmpty();
    assertThat(JsonShape.faults(json.replace("\"fix\"", "\"mend\""), schema)).isNotEmpty();
    assertThat(JsonShape.faults(json.replace("\"low\"", "\"lowest\""), schema)).isNotEmpty();
  }

  @Test
  void yamlSaysTheSameAsJson() {
    Reading yaml =
        Yaml.KUBERNETES.read(
            new SourceFile("r.yaml", Example.write("yaml", Example.everything())),
            DocumentLimits.DEFAULT);
    assertThat(yaml.diagnostics()).isEmpty();
    assertThat(yaml.documents().getFirst().value())
        .isEqualTo(JsonShape.parse(Example.write("json", Example.everything())));
  }

  @Test
  void junitHasUniqueNamesAndOneOutcomeACase() throws Exception {
    Document xml = xml(Example.write("junit", Example.everything()));
    NodeList cases = xml.getElementsByTagName("testcase");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < cases.getLength(); i++) {
      Element one = (Element) cases.item(i);
      assertThat(names.add(one.getAttribute("classname") + "/" + one.getAttribute("name")))
          .isTrue();
      assertThat(one.getAttribute("classname"))
          .isEqualTo(((Element) one.getParentNode()).getAttribute("name"));
      int outcomes =
          one.getElementsByTagName("failure").getLength()
              + one.getElementsByTagName("error").getLength()
              + one.getElementsByTagName("skipped").getLength();
      assertThat(outcomes).isLessThanOrEqualTo(1);
    }
    Element top = xml.getDocumentElement();
    assertThat(top.getAttribute("tests")).isEqualTo(String.valueOf(cases.getLength()));
    assertThat(top.getAttribute("failures")).isEqualTo("2");
    assertThat(top.getAttribute("errors")).isEqualTo("2");
    assertThat(names)
        .contains(
            "attest.labels.owner/deny_team",
            "attest.labels.owner/warn: Pod/shop/api",
            "attest.security.privileged/deny: Pod/shop/api");
  }

  @Test
  void junitIsWhatJenkinsAndGitlabRead() throws Exception {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(new StreamSource(new StringReader(JsonShape.resource("junit.xsd"))));
    for (CheckResult result : List.of(Example.everything(), Example.result(), emptied())) {
      String junit = Example.write("junit", result);
      assertThatCode(
              () -> schema.newValidator().validate(new StreamSource(new StringReader(junit))))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void junitSkipsExemptionsAndTellsEqualNamesApart() throws Exception {
    Finding exempted =
        Example.finding(Example.DENY, "m")
            .with(ms.continuu.attest.policy.Standing.exempted("exemption-7 until 2027-01-01"));
    SourceFile other = new SourceFile("k8s/other.yaml", Example.FILE.text());
    Finding elsewhere = Example.finding(Example.DENY, "m", other, Example.POD);
    String junit = Example.write("junit", Example.result(exempted, elsewhere));
    assertThat(junit)
        .contains("<skipped message=\"(exempted: exemption-7 until 2027-01-01)\"/>")
        .contains("name=\"deny: Pod/shop/api in k8s/other.yaml\"")
        .contains("file=\"k8s/other.yaml\"");
    assertThat(xml(junit).getElementsByTagName("failure").getLength()).isEqualTo(1);
  }

  @Test
  void githubEscapesMessagesAndProperties() {
    SourceFile odd = new SourceFile("a,b:c%.yaml", Example.FILE.text());
    Finding finding = Example.finding(Example.DENY, "50%\nof, it: all", odd, Resource.NONE);
    assertThat(Example.write("github", Example.result(finding)))
        .contains(
            "\n::error file=a%2Cb%3Ac%25.yaml,line=2,endLine=2,col=1,endColumn=9,"
                + "title=critical%3A attest.security.privileged/deny::"
                + "50%25%0Aof, it: all%0Afix: remove `privileged: true`\n");
  }

  @Test
  void githubShowsTenOfALevelWorstFirst() {
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      many.add(Example.finding(Example.WARN, "w" + i));
      many.add(Example.finding(i == 29 ? Example.DENY : Example.SILENT, "d" + i));
    }
    List<String> lines =
        Example.write("github", Example.result(many.toArray(Finding[]::new))).lines().toList();
    List<String> errors = lines.stream().filter(line -> line.startsWith("::error ")).toList();
    assertThat(errors).hasSize(10);
    assertThat(errors.getFirst()).contains("::d29");
    assertThat(errors.getLast())
        .isEqualTo("::error title=attest check::21 more: see the log of this step");
    assertThat(lines.stream().filter(line -> line.startsWith("::warning "))).hasSize(10);
  }

  @Test
  void githubSwitchesCommandsOffAroundWhatFilesSay() {
    SourceFile odd = new SourceFile("::set-output name=x::y", Example.FILE.text());
    List<String> lines =
        Example.write(
                "github", Example.result(Example.finding(Example.DENY, "m", odd, Example.POD)))
            .lines()
            .toList();
    String word = lines.get(1).substring("::stop-commands::".length());
    assertThat(word).hasSize(64);
    assertThat(lines.get(2)).startsWith("./::set-output");
    assertThat(lines.subList(3, 5)).containsExactly("::" + word + "::", "::endgroup::");
  }

  @Test
  void azureEscapesMessagesAndProperties() {
    SourceFile odd = new SourceFile("a;b]%.yaml", Example.FILE.text());
    assertThat(
            Example.write(
                "azure", Example.result(Example.finding(Example.DENY, "50%]", odd, Example.POD))))
        .startsWith(
            "##vso[task.logissue type=error;sourcepath=a%3Bb%5D%AZP25.yaml;linenumber=2;"
                + "columnnumber=1;code=attest.security.privileged/deny;]critical: 50%AZP25]"
                + " (in Pod/shop/api)\n");
  }

  @Test
  void gitlabHasUniqueFingerprintsAndPlainPaths() {
    SourceFile dotted = new SourceFile("./k8s/shop.yaml", Example.FILE.text());
    Finding one = Example.finding(Example.DENY, "m", dotted, Example.POD);
    ArrayValue issues =
        (ArrayValue)
            JsonShape.parse(
                Example.write(
                    "gitlab",
                    Example.result(
                        one, one, Example.finding(Example.WARN, "w").with(Level.DRYRUN))));
    Set<Value> fingerprints = new HashSet<>();
    issues.forEach(issue -> fingerprints.add(JsonShape.at(issue, "fingerprint")));
    assertThat(fingerprints).hasSize(3);
    assertThat(issues.get(0).toString())
        .contains("\"path\": \"k8s/shop.yaml\"", "\"begin\": 2", "\"severity\": \"blocker\"");
    assertThat(issues.get(2).toString()).contains("\"severity\": \"info\"");
  }

  @Test
  void tapHasOnePlanAndNumbersEveryPoint() {
    List<String> lines = Example.write("tap", Example.everything()).lines().toList();
    assertThat(lines.getFirst()).isEqualTo("TAP version 14");
    List<String> points =
        lines.stream().filter(line -> line.matches("(not )?ok \\d+ - .*")).toList();
    assertThat(lines.stream().filter(line -> line.matches("1\\.\\.\\d+")))
        .containsExactly("1.." + points.size());
    for (int i = 0; i < points.size(); i++) {
      assertThat(points.get(i)).matches("(not )?ok " + (i + 1) + " - .*");
    }
    assertThat(Example.write("tap", emptied())).startsWith("TAP version 14\n1..0 # SKIP");
  }

  @Test
  void markdownFitsACommentAndSaysWhatItLeavesOut() {
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      many.add(Example.finding(Example.WARN, "warned ü " + i));
    }
    many.add(Example.finding(Example.DENY, "worst"));
    String markdown = Example.write("markdown", Example.result(many.toArray(Finding[]::new)));
    assertThat(markdown.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(55_000, 65_000);
    assertThat(markdown)
        .contains("| critical | worst")
        .containsPattern("\\*\\*\\d{4} findings more\\*\\*, the mildest, did not fit here");
  }

  @Test
  void markdownTakesMessagesForText() {
    assertThat(MarkdownText.line("`a|b` *c* <b> @who #1 [x](y) https://e.example www.e.example"))
        .isEqualTo(
            "`a\\|b` \\*c\\* &lt;b&gt; @<!-- -->who \\#<!-- -->1 \\[x\\]\\(y\\)"
                + " https:<!-- -->//e\\.example w<!-- -->ww\\.e\\.example");
    assertThat(MarkdownText.code("a`b|c")).isEqualTo("``a`b\\|c``");
  }

  @Test
  void conftestJsonHasItsShape() {
    Finding plain = Example.finding(Example.DENY, "m <b>");
    assertThat(Example.write("conftest-json", Example.result(plain)))
        .isEqualTo(
            """
            [
            \t{
            \t\t"filename": "k8s/shop.yaml",
            \t\t"namespace": "attest.security.privileged",
            \t\t"successes": 0,
            \t\t"failures": [
            \t\t\t{
            \t\t\t\t"msg": "m \\u003cb\\u003e",
            \t\t\t\t"loc": {
            \t\t\t\t\t"file": "k8s/shop.yaml",
            \t\t\t\t\t"line": 2
            \t\t\t\t},
            \t\t\t\t"metadata": {
            \t\t\t\t\t"query": "data.attest.security.privileged.deny"
            \t\t\t\t}
            \t\t\t}
            \t\t]
            \t}
            ]
            """);
    assertThat(Example.write("conftest-json", Example.result())).isEqualTo("[]\n");
  }

  @Test
  void emptyMessageIsAFindingLikeAnyOther() {
    CheckResult empty = Example.result(Example.finding(Example.DENY, ""));
    assertThat(Example.write("text", empty))
        .contains("critical: Containers must not be privileged");
    assertThat(Example.write("junit", empty)).contains("<failure");
    assertThat(Example.write("tap", empty)).contains("not ok");
  }

  private static CheckResult emptied() {
    CheckResult one = Example.result();
    return new CheckResult(
        List.of(), List.of(), List.of(), List.of(), 0, one.counts(), one.started(), one.duration());
  }

  private static Document xml(String text) throws Exception {
    assertThat(text.codePoints().boxed().collect(Collectors.toSet())).doesNotContain(0xFFFE, 0x1b);
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }
}
