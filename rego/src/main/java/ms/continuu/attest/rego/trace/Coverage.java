package ms.continuu.attest.rego.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.trace.CoverageReport.FileCoverage;
import ms.continuu.attest.rego.trace.CoverageReport.Range;
import ms.continuu.attest.value.Location;

/// Notes which heads and expressions of modules are evaluated, as `opa eval --coverage` does.
public final class Coverage implements Tracer {
  private final Map<String, SortedSet<Range>> covered = new TreeMap<>();
  private final SortedMap<String, Coverage> furtherRuns = new TreeMap<>();

  @Override
  public boolean wantsVariables() {
    return false;
  }

  @Override
  public void trace(TraceEvent event) {
    switch (event.op()) {
      case EXIT -> {
        if (event.node() instanceof Rule rule) {
          cover(rule.head().location());
        }
      }
      case EVAL -> {
        if (event.node() instanceof Expr expr) {
          cover(expr.location());
        }
      }
      default -> {}
    }
  }

  private void cover(Location location) {
    if (!location.file().isEmpty()) {
      covered.computeIfAbsent(location.file(), file -> new TreeSet<>()).add(Range.of(location));
    }
  }

  /// Adds what a further run covered, such as one without indexes: what only it reaches is marked
  /// with the kind of the run.
  public void addRun(String kind, Coverage run) {
    furtherRuns.put(kind, run);
  }

  /// What was evaluated, and what of these modules was not.
  ///
  /// @param modules as they were parsed, by the names of their files
  public CoverageReport report(Map<String, Module> modules) {
    SortedMap<String, FileCoverage> files = new TreeMap<>();
    covered.forEach(
        (file, ranges) -> files.put(file, new FileCoverage(List.copyOf(ranges), List.of())));
    modules.forEach((file, module) -> {
      List<Range> missed = new ArrayList<>();
      // A module may be listed by another name than its places have, as a loader shortens names.
      String named = module.packageDeclaration().location().file();
      for (Range range : missed(module)) {
        missed.add(range.withKinds(kinds(named, range)));
      }
      List<Range> hits = files.containsKey(file) ? files.get(file).covered() : List.<Range>of();
      files.put(file, new FileCoverage(hits, missed));
    });
    return new CoverageReport(files);
  }

  private List<String> kinds(String file, Range range) {
    List<String> kinds = new ArrayList<>();
    furtherRuns.forEach((kind, run) -> {
      if (run.covers(file, range)) {
        kinds.add(kind);
      }
    });
    return kinds;
  }

  private boolean covers(String file, Range range) {
    Collection<Range> ranges = covered.get(file);
    return ranges != null && ranges.stream().anyMatch(wider -> wider.contains(range));
  }

  private SortedSet<Range> missed(Module module) {
    SortedSet<Range> missed = new TreeSet<>();
    for (Rule rule : module.rules()) {
      for (Rule link = rule; link != null; link = link.otherwise()) {
        add(link.head().location(), missed);
        ExprPlaces.of(link, location -> add(location, missed));
      }
    }
    return missed;
  }

  private void add(Location location, SortedSet<Range> missed) {
    if (!location.file().isEmpty()) {
      Range range = Range.of(location);
      if (!covers(location.file(), range)) {
        missed.add(range);
      }
    }
  }
}
