package ms.continuu.attest.conformance.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShrinkerTest {
  @Test
  void keepsOnlyWhatShowsTheFault() throws Exception {
    String module =
        """
        package test

        r0 := 1

        r1 := count([x | some x in [1, 2, bad(3)]])

        r2 contains 1 if {
          true
        }
        """;
    assertThat(Shrinker.shrink(module, text -> text.contains("bad(")).strip()).isEqualTo("bad()");
  }

  @Test
  void leavesWhatCannotBeLessAsItIs() throws Exception {
    assertThat(Shrinker.shrink("a := 1", "a := 1"::equals)).isEqualTo("a := 1");
  }

  @Test
  void stopsAskingInTheEnd() throws Exception {
    int[] asked = {0};
    String text = "x := [1, (2), {3}]\n".repeat(200);
    Shrinker.shrink(
        text,
        smaller -> {
          asked[0]++;
          return smaller.equals(text);
        });
    assertThat(asked[0]).isLessThan(300);
  }
}
