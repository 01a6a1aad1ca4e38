package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/// The annotations of a program by what they are about: a rule, a document, a package, or packages
/// below a path.
public final class AnnotationSet {
  static final AnnotationSet EMPTY = new AnnotationSet(List.of());

  private static final Comparator<List<Term>> PATHS =
      (a, b) -> Terms.compare(new Term.Ref(a, Location.NONE), new Term.Ref(b, Location.NONE));

  /// Annotations and what they are about.
  ///
  /// @param path of the package or document, with `data`
  /// @param annotations null for a rule that has none
  /// @param location of the package or rule
  public record Entry(List<Term> path, @Nullable Annotations annotations, Location location) {
    public Entry {
      path = List.copyOf(path);
    }
  }

  private final Map<RuleDraft, List<Entry>> ofRules = new HashMap<>();
  private final Map<List<Term>, Entry> ofPackages = new TreeMap<>(PATHS);

  /// Of documents and of packages below a path.
  private final Map<List<Term>, Entry> ofPaths = new TreeMap<>(PATHS);

  private final List<ModuleDraft> modules;

  /// Made when first asked for; two threads may make the same.
  private volatile @Nullable IdentityHashMap<Rule, RuleDraft> published;

  private boolean labelled;

  private AnnotationSet(Collection<ModuleDraft> modules) {
    this.modules = List.copyOf(modules);
  }

  /// Gathers the annotations of modules; a second one for a document or package is an error.
  static AnnotationSet of(Collection<ModuleDraft> modules, List<Diagnostic> errors) {
    AnnotationSet set = new AnnotationSet(modules);
    for (ModuleDraft module : modules) {
      for (Annotations each : module.annotations()) {
        set.add(module, each, errors);
      }
    }
    return set;
  }

  private void add(ModuleDraft module, Annotations annotations, List<Diagnostic> errors) {
    labelled |= annotations.labels() != null && annotations.labels().size() > 0;
    RuleDraft rule = ruleBelow(module, annotations.location().row());
    switch (annotations.scope()) {
      case "rule" -> {
        if (rule != null) {
          ofRules
              .computeIfAbsent(rule, r -> new ArrayList<>())
              .add(new Entry(rule.groundPath(), annotations, rule.location()));
        }
      }
      case "document" -> {
        if (rule != null) {
          put(ofPaths, new Entry(rule.groundPath(), annotations, rule.location()), errors);
        }
      }
      case "package" ->
          put(ofPackages, new Entry(module.path(), annotations, module.packageLocation()), errors);
      case "subpackages" ->
          put(ofPaths, new Entry(module.path(), annotations, module.packageLocation()), errors);
      default -> {}
    }
  }

  private static void put(Map<List<Term>, Entry> entries, Entry entry, List<Diagnostic> errors) {
    Entry before = entries.get(entry.path());
    Annotations annotations = entry.annotations();
    if (before == null) {
      entries.put(entry.path(), entry);
    } else if (annotations != null && before.annotations() != null) {
      errors.add(redeclared(annotations, before.annotations()));
    }
  }

  /// The error of annotations that are about the same document or package as others before.
  public static Diagnostic redeclared(Annotations annotations, Annotations before) {
    return ErrorLog.error(
        ErrorLog.TYPE,
        annotations.scope() + " annotation redeclared: " + before.location(),
        annotations.location());
  }

  /// The rule that comes first below a row, when no other statement does.
  private static @Nullable RuleDraft ruleBelow(ModuleDraft module, int row) {
    RuleDraft first = null;
    for (RuleDraft rule : module.rules()) {
      if (rule.location().row() > row) {
        first = rule;
        break;
      }
    }
    if (first == null) {
      return null;
    }
    int limit = first.location().row();
    for (Module.Import each : module.imports()) {
      int at = each.location().row();
      if (at > row && at < limit) {
        return null;
      }
    }
    int at = module.packageLocation().row();
    return at > row && at < limit ? null : first;
  }

  /// What leads up to a rule: its own annotations, nearest first, or an entry without any; those of
  /// its document, of its package, and of subpackages, inner ones first.
  List<Entry> chain(RuleDraft rule) {
    List<Entry> chain = new ArrayList<>();
    List<Entry> own = ofRules.getOrDefault(rule, List.of());
    if (own.isEmpty()) {
      chain.add(new Entry(rule.groundPath(), null, rule.location()));
    } else {
      chain.addAll(own);
      chain.sort(Comparator.comparingInt(entry -> -row(entry)));
    }
    addIfPresent(chain, ofPaths.get(rule.groundPath()));
    addIfPresent(chain, ofPackages.get(rule.module.path()));
    chain.addAll(above(rule.module.path()).reversed());
    return chain;
  }

  /// What leads up to a rule of the checked program; see [#chain(RuleDraft)].
  public List<Entry> chain(Rule rule) {
    RuleDraft draft = published().get(rule);
    return draft == null ? List.of() : chain(draft);
  }

  /// Whether any annotation has labels.
  public boolean hasLabels() {
    return labelled;
  }

  /// The labels that hold for a rule: those nearer to it win.
  public ObjectValue labels(Rule rule) {
    ObjectValue.Builder merged = ObjectValue.builder();
    for (Entry entry : chain(rule).reversed()) {
      ObjectValue labels = entry.annotations() == null ? null : entry.annotations().labels();
      for (int i = 0; labels != null && i < labels.size(); i++) {
        merged.put(labels.keyAt(i), labels.valueAt(i));
      }
    }
    return merged.build();
  }

  /// The rules as the checked program has them, by identity.
  private IdentityHashMap<Rule, RuleDraft> published() {
    IdentityHashMap<Rule, RuleDraft> known = published;
    if (known == null) {
      IdentityHashMap<Rule, RuleDraft> found = new IdentityHashMap<>();
      for (ModuleDraft module : modules) {
        module.visitRules(rule -> {
          found.put(rule.published(), rule);
          return false;
        });
      }
      known = found;
      published = found;
    }
    return known;
  }

  private static int row(Entry entry) {
    return entry.annotations() == null ? 0 : entry.annotations().location().row();
  }

  private static void addIfPresent(List<Entry> chain, @Nullable Entry entry) {
    if (entry != null) {
      chain.add(entry);
    }
  }

  /// The annotations at a path and above it, outermost first.
  private List<Entry> above(List<Term> path) {
    List<Entry> found = new ArrayList<>();
    for (int length = 1; length <= path.size() && !ofPaths.isEmpty(); length++) {
      addIfPresent(found, ofPaths.get(path.subList(0, length)));
    }
    return found;
  }

  /// The rule's own annotations that were written first, or null.
  @Nullable Annotations primary(RuleDraft rule) {
    Annotations first = null;
    for (Entry entry : ofRules.getOrDefault(rule, List.of())) {
      Annotations each = entry.annotations();
      if (first == null || (each != null && each.location().row() < first.location().row())) {
        first = each;
      }
    }
    return first;
  }

  /// The schema annotations that hold for a rule: of subpackages, outermost first, of its package,
  /// its document, then its own.
  List<Annotations.SchemaAnnotation> schemasOf(RuleDraft rule) {
    if (ofRules.isEmpty() && ofPackages.isEmpty() && ofPaths.isEmpty()) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>(above(rule.module.path()));
    addIfPresent(entries, ofPackages.get(rule.module.path()));
    addIfPresent(entries, ofPaths.get(rule.groundPath()));
    entries.addAll(ofRules.getOrDefault(rule, List.of()));
    List<Annotations.SchemaAnnotation> schemas = new ArrayList<>();
    for (Entry entry : entries) {
      Annotations annotations = entry.annotations();
      if (annotations != null) {
        schemas.addAll(annotations.schemas());
      }
    }
    return schemas;
  }

  /// All annotations, by path, then by place.
  public List<Entry> all() {
    List<Entry> all = new ArrayList<>(ofPaths.values());
    all.addAll(ofPackages.values());
    ofRules.values().forEach(all::addAll);
    all.sort(
        Comparator.comparing(Entry::path, PATHS)
            .thenComparing(AnnotationSet::file)
            .thenComparingInt(AnnotationSet::row)
            .thenComparing(AnnotationSet::isRuleScope));
    return all;
  }

  private static String file(Entry entry) {
    return entry.annotations() == null ? "" : entry.annotations().location().file();
  }

  private static boolean isRuleScope(Entry entry) {
    return entry.annotations() != null && entry.annotations().scope().equals("rule");
  }
}
