package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.runtime.BaseDocuments.Targets;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What `with` puts in force, and what was in force before. Entered and left in turns.
final class WithScope {
  private final Activation activation;
  private final Machine m;
  private final @Nullable Value input;
  private final @Nullable Value data;
  private final @Nullable Targets targets;
  private final @Nullable Mock mocks;

  private @Nullable Value formerInput;
  private @Nullable Value formerData;
  private @Nullable Targets formerTargets;
  private @Nullable Mock formerMocks;

  WithScope(
      Activation activation,
      @Nullable Value input,
      @Nullable Value data,
      @Nullable Targets targets,
      @Nullable Mock mocks) {
    this.activation = activation;
    m = activation.machine;
    this.input = input;
    this.data = data;
    this.targets = targets;
    this.mocks = mocks;
  }

  void enter() {
    formerInput = m.input;
    formerData = m.documents.replacement();
    formerTargets = m.documents.targets();
    formerMocks = m.mocks;
    m.input = input;
    m.documents.replace(data, targets);
    m.mocks = mocks;
    m.cache.push();
    ComprehensionCache comprehensions = activation.comprehensions;
    if (comprehensions == null) {
      comprehensions = new ComprehensionCache();
      activation.comprehensions = comprehensions;
    }
    comprehensions.push();
  }

  void leave() {
    if (activation.comprehensions != null) {
      activation.comprehensions.pop();
    }
    m.cache.pop();
    m.mocks = formerMocks;
    m.documents.replace(formerData, formerTargets);
    m.input = formerInput;
  }
}
