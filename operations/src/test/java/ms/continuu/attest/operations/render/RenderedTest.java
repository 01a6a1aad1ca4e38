package ms.continuu.attest.operations.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Findings in rendered manifests point into the files that people wrote.
class RenderedTest {
  private static final Rendering RENDERING =
      new Rendering(true, false, List.of(), Duration.ofMinutes(2), System.getenv());
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: init
            image: init:1
          - name: web
            image: web:1
      """;

  @TempDir Path folder;

  @Test
  void findingInAChartPointsIntoItsTemplate() throws IOException {
    Assumptions.assumeTrue(RENDERING.hasHelm(), "helm is not installed");
    write("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
    write("values.yaml", "priv: true\nports: [80, 81]\nsc: {runAsUser: 0}\n");
    write(
        "templates/pod.yaml",
        """
        {{- if .Values.priv }}
        apiVersion: v1
        kind: Pod
        metadata:
          name: {{ .Release.Name }}-a
        spec:
          containers:
            - name: a
              image: a:1
              {{- with .Values.none }}
              securityContext: {{ . }}
              {{- end }}
              ports:
                {{- range .Values.ports }}
                - containerPort: {{ . }}
                {{- end }}
              securityContext:
                privileged: {{ .Values.priv }}
        {{- end }}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: b
        spec:
          containers:
            - name: b
              image: b:1
              securityContext:
                {{- toYaml .Values.sc | nindent 10 }}
        """);
    Reading reading = new HelmChart("c", folder, RENDERING).read(DocumentLimits.DEFAULT);
    assertThat(reading.diagnostics()).isEmpty();
    Document first = reading.documents().get(0);
    Document second = reading.documents().get(1);
    assertThat(first.source().name()).isEqualTo("c/templates/pod.yaml");
    assertThat(place(first, "metadata", "name")).isEqualTo("c/templates/pod.yaml:5:3");
    assertThat(place(first, "spec", "containers", 0, "securityContext", "privileged"))
        .isEqualTo("c/templates/pod.yaml:18:9");
    assertThat(place(first, "spec", "containers", 0, "ports", 1, "containerPort"))
        .startsWith("c/templates/pod.yaml:1");
    assertThat(place(second, "spec", "containers", 0, "image"))
        .isEqualTo("c/templates/pod.yaml:28:7");
    assertThat(place(second, "spec", "containers", 0, "securityContext", "runAsUser"))
        .isEqualTo("c/templates/pod.yaml:29:7");
    assertThat(place(second)).isEqualTo("c/templates/pod.yaml:22:1");
  }

  @Test
  void chartThatCannotBeRenderedIsAFault() throws IOException {
    Assumptions.assumeTrue(RENDERING.hasHelm(), "helm is not installed");
    write(
        "Chart.yaml",
        "apiVersion: v2\nname: c\nversion: 1.0.0\n"
            + "dependencies: [{name: d, version: 1.0.0, repository: 'https://example.com'}]\n");
    write("templates/a.yaml", "a: {{ required \"a is needed\" .Values.a }}\n");
    Reading reading = new HelmChart("c", folder, RENDERING).read(DocumentLimits.DEFAULT);
    assertThat(reading.documents()).isEmpty();
    assertThat(reading.diagnostics().getFirst().message()).contains("missing in charts/");
    assertThat(reading.diagnostics().getFirst().help())
        .isEqualTo("run `helm dependency build c` first");
    write("Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n");
    reading = new HelmChart("c", folder, RENDERING).read(DocumentLimits.DEFAULT);
    assertThat(reading.diagnostics().getFirst().message()).contains("a is needed");
  }

  @Test
  void findingInAKustomizationPointsToTheFileThatHoldsTheField() throws IOException {
    Assumptions.assumeTrue(RENDERING.hasKustomize(), "neither kustomize nor kubectl is installed");
    write("base/pod.yaml", POD);
    write("base/kustomization.yaml", "resources: [pod.yaml]\n");
    write(
        "prod/kustomization.yaml",
        """
        resources: [../base]
        namePrefix: p-
        configMapGenerator: [{name: c, literals: [a=b]}]
        patches:
          - path: patch.yaml
          - target: {kind: Pod, name: web}
            patch: |
              - op: add
                path: /spec/hostPID
                value: true
        """);
    write(
        "prod/patch.yaml",
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              securityContext: {privileged: true}
        """);
    Kustomization one = Kustomization.of(folder + "/prod", folder.resolve("prod"), RENDERING);
    assertThat(one).isNotNull();
    Reading reading = one.read(DocumentLimits.DEFAULT);
    assertThat(reading.diagnostics()).isEmpty();
    List<String> places = new ArrayList<>();
    for (Document document : reading.documents()) {
      if (document.value().toString().contains("\"Pod\"")) {
        Value web =
            NumberValue.of(
                document.value().toString().indexOf("init") < 0 ? 0 : webIndex(document));
        places.add(place(document, "spec", "containers", web, "image"));
        places.add(place(document, "spec", "containers", web, "securityContext", "privileged"));
        places.add(place(document, "spec", "hostPID"));
        places.add(place(document, "metadata", "name"));
      } else {
        places.add(place(document, "data"));
      }
    }
    assertThat(places)
        .containsExactlyInAnyOrder(
            folder + "/prod/kustomization.yaml:1:1",
            folder + "/base/pod.yaml:10:7",
            folder + "/prod/patch.yaml:7:25",
            folder + "/prod/kustomization.yaml:6:5",
            folder + "/base/pod.yaml:4:3");
  }

  private static int webIndex(Document document) {
    String text = document.value().toString();
    return text.indexOf("web:1") < text.indexOf("init:1") ? 0 : 1;
  }

  @Test
  void kustomizationThatNeedsTheNetworkIsAFault() throws IOException {
    write("kustomization.yaml", "resources:\n  - https://example.com/a.yaml\n  - none.yaml\n");
    Kustomization one = Kustomization.of("k", folder, RENDERING);
    assertThat(one).isNotNull();
    Reading reading = one.read(DocumentLimits.DEFAULT);
    assertThat(reading.diagnostics())
        .extracting(d -> d.location().row() + " " + d.message())
        .containsExactly(
            "2 `https://example.com/a.yaml` is on the network", "3 `none.yaml` is not here");
  }

  @Test
  void toolThatDoesNotEndIsEnded() throws IOException {
    Path program = folder.resolve("helm");
    Files.writeString(program, "#!/bin/sh\nsleep 600\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    write("Chart.yaml", "name: c\n");
    Rendering slow =
        new Rendering(
            true,
            false,
            List.of(),
            Duration.ofSeconds(1),
            Map.of("PATH", folder + ":/usr/bin:/bin"));
    assertThat(new HelmChart("c", folder, slow).read(DocumentLimits.DEFAULT).diagnostics())
        .singleElement()
        .extracting(d -> d.message())
        .isEqualTo("chart cannot be rendered: not done after 1 seconds");
  }

  private static String place(Document document, Object... path) {
    List<Value> steps =
        Arrays.stream(path)
            .map(step ->
                switch (step) {
                  case Integer index -> NumberValue.of(index);
                  case Value value -> value;
                  default -> StringValue.of((String) step);
                })
            .map(Value.class::cast)
            .toList();
    Location place = document.positions().locate(steps);
    return place.file() + ":" + place.row() + ":" + place.column();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
