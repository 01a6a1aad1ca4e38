package ms.continuu.attest.operations.check;

import java.util.List;
import ms.continuu.attest.operations.policies.LoadedPolicies;
import ms.continuu.attest.policy.PolicySet;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// The policies of a check, which are read into the engine only when something has to be judged
/// that the cache does not know.
final class Judges {
  private final PolicySources sources;
  private ResultCache cache;
  private @Nullable LoadedPolicies loaded;

  private Judges(PolicySources sources, ResultCache cache) {
    this.sources = sources;
    this.cache = cache;
  }

  /// The policies of sources; what is wrong with them is added to the faults.
  static Judges of(PolicySources sources, Check.@Nullable Cache cache, List<Diagnostic> faults) {
    ResultCache results =
        cache == null || !faults.isEmpty()
            ? ResultCache.NONE
            : ResultCache.open(cache.folder(), cache.program() + "\n" + PolicySet.digest(sources));
    Judges judges = new Judges(sources, results);
    if (results.rules() == null) {
      LoadedPolicies loaded = judges.load();
      faults.addAll(loaded.faults());
      if (!loaded.policies().isRepeatable()) {
        judges.cache = ResultCache.NONE;
      }
    }
    return judges;
  }

  private synchronized LoadedPolicies load() {
    LoadedPolicies ready = loaded;
    if (ready == null) {
      ready = LoadedPolicies.of(sources);
      loaded = ready;
    }
    return ready;
  }

  PolicySet policies() {
    return load().policies();
  }

  List<RuleDescription> rules() {
    List<RuleDescription> known = cache.rules();
    return known == null ? policies().rules() : known;
  }

  ResultCache cache() {
    return cache;
  }

  /// Keeps what was found for the next check.
  void save() {
    cache.save(rules());
  }
}
