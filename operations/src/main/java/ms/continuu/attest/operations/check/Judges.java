package ms.continuu.attest.operations.check;

import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.operations.config.Settings;
import ms.continuu.attest.operations.policies.LoadedPolicies;
import ms.continuu.attest.policy.PolicySet;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// The policies of a check. They are made ready only when something has to be judged that the cache
/// does not know, and read from their sources only when no earlier check did.
final class Judges {
  private final PolicySources sources;
  private final Check.@Nullable Cache place;
  private final Settings settings;
  private ResultCache cache = ResultCache.NONE;
  private @Nullable LoadedPolicies loaded;
  private @Nullable PolicySet ready;

  private Judges(PolicySources sources, Check.@Nullable Cache place, Settings settings) {
    this.settings = settings;
    this.sources = sources;
    this.place = place;
  }

  /// The policies of sources; what is wrong with them is added to the faults.
  static Judges of(
      PolicySources sources,
      Check.@Nullable Cache place,
      Settings settings,
      List<Diagnostic> faults) {
    Judges judges = new Judges(sources, faults.isEmpty() ? place : null, settings);
    judges.open(faults);
    return judges;
  }

  private void open(List<Diagnostic> faults) {
    if (place == null) {
      faults.addAll(load().faults());
      return;
    }
    String digest = PolicySet.digest(sources);
    Path folder = place.folder();
    ResultCache results =
        folder == null
            ? ResultCache.NONE
            : ResultCache.open(
                folder, place.program() + "\n" + digest + "\n" + settings.judging(), sources);
    if (results.rules() != null) {
      cache = results;
      return;
    }
    PolicySet image = image(place);
    if (image == null) {
      LoadedPolicies fresh = load();
      faults.addAll(fresh.faults());
      if (!fresh.faults().isEmpty()) {
        return;
      }
      PolicyImages.save(place, fresh.policies());
    }
    ready = image == null ? null : wanted(image);
    if (policies().isRepeatable()) {
      cache = results;
    }
  }

  private synchronized LoadedPolicies load() {
    LoadedPolicies known = loaded;
    if (known == null) {
      known = LoadedPolicies.of(sources);
      loaded = known;
    }
    return known;
  }

  /// The policies, from wherever they are soonest there.
  synchronized PolicySet policies() {
    PolicySet known = ready;
    if (known == null) {
      PolicySet image = place == null || loaded != null ? null : image(place);
      known = wanted(image == null ? load().policies() : image);
      ready = known;
    }
    return known;
  }

  private @Nullable PolicySet image(Check.Cache from) {
    return PolicyImages.open(from, PolicySet.digest(sources), sources, () -> load().policies());
  }

  /// The policies that the configuration does not switch off.
  private PolicySet wanted(PolicySet all) {
    return settings.judges("rego") ? all.keeping(settings.wanted()) : all.keeping(rule -> false);
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
