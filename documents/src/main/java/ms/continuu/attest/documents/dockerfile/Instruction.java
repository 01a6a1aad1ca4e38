package ms.continuu.attest.documents.dockerfile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The instructions of a Dockerfile.
enum Instruction {
  ADD(2),
  ARG(1),
  CMD(0),
  COPY(2),
  ENTRYPOINT(0),
  ENV(1),
  EXPOSE(1),
  FROM(1),
  HEALTHCHECK(1),
  LABEL(1),
  MAINTAINER(1),
  ONBUILD(1),
  RUN(0),
  SHELL(1),
  STOPSIGNAL(1),
  USER(1),
  VOLUME(1),
  WORKDIR(1);

  private final int leastArguments;

  Instruction(int leastArguments) {
    this.leastArguments = leastArguments;
  }

  /// How many arguments it needs.
  int leastArguments() {
    return leastArguments;
  }

  boolean takesHeredocs() {
    return this == ADD || this == COPY || this == RUN;
  }

  /// The name in lower case, as values give it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The instruction of a name in any case, or null.
  static @Nullable Instruction of(String name) {
    for (Instruction one : values()) {
      if (one.name().equalsIgnoreCase(name)) {
        return one;
      }
    }
    return null;
  }
}
