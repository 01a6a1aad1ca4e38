package ms.continuu.attest.conformance.generate;

import static org.assertj.core.api.Assertions.assertThat;

import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.SourceFile;
import org.junit.jupiter.api.Test;

class ProgramGeneratorTest {
  @Test
  void sameSeedMakesTheSameProgram() {
    assertThat(new ProgramGenerator(7).generate()).isEqualTo(new ProgramGenerator(7).generate());
    assertThat(new ProgramGenerator(7).generate()).isNotEqualTo(new ProgramGenerator(8).generate());
  }

  @Test
  void programsParseAndInputsAreJson() throws Exception {
    for (int seed = 0; seed < 50; seed++) {
      GeneratedProgram program = new ProgramGenerator(seed).generate();
      SourceFile source = new SourceFile("p.rego", program.module());
      assertThat(Parser.module(source, ParseOptions.of(RegoVersion.V1)).diagnostics())
          .as(program.module())
          .isEmpty();
      assertThat(Json.parse(program.input())).isNotNull();
    }
  }
}
