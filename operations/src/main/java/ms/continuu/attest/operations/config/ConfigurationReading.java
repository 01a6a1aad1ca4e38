package ms.continuu.attest.operations.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import ms.continuu.attest.operations.Suggestions;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The configuration of a run: flags go before the environment, that before the project's file,
/// that before the global one, and that before what is usual.
///
/// @param faults what is wrong, all of it; then the configuration is not to be relied on
/// @param notes what is right and does nothing
public record ConfigurationReading(
    Configuration configuration, List<Diagnostic> faults, List<Diagnostic> notes) {
  private static final Value POLICY = StringValue.of("policy");
  private static final Value POLICIES = StringValue.of("policies");
  private static final Value NAME = StringValue.of("name");
  private static final Value PARAMETERS = StringValue.of("parameters");
  private static final String PREFIX = "ATTEST_POLICY_";

  public ConfigurationReading {
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }

  /// A value that a flag of the command line gives, such as `--no-fail`.
  public record FlagValue(String flag, Value value) {}

  /// Reads the files and variables. Files that are not there say nothing.
  public static ConfigurationReading read(
      ConfigurationFiles files, Map<String, String> environment, Map<ScalarKey, FlagValue> flags) {
    List<ConfigurationFile> read = new ArrayList<>();
    Path global = files.global();
    if (global != null && Files.exists(global) && !global.equals(files.project())) {
      read.add(ConfigurationFile.read(Scope.GLOBAL, global));
    }
    if (files.isNamed() || Files.exists(files.project())) {
      read.add(ConfigurationFile.read(Scope.PROJECT, files.project()));
    }
    return of(read, files.projectFolder(), environment, flags);
  }

  /// @param files the global one first
  static ConfigurationReading of(
      List<ConfigurationFile> files,
      Path projectFolder,
      Map<String, String> environment,
      Map<ScalarKey, FlagValue> flags) {
    Merge merge = new Merge(projectFolder);
    files.forEach(merge::add);
    merge.addEnvironment(environment);
    flags.forEach((key, given) ->
        merge.scalars.put(key, new Setting<>(given.value(), new Origin.Flag(given.flag()))));
    return new ConfigurationReading(
        new Configuration(
            merge.scalars,
            List.copyOf(merge.customPolicies.values()),
            List.copyOf(merge.policies.values())),
        merge.faults,
        merge.notes);
  }

  /// What was read so far.
  private static final class Merge {
    private final Path projectFolder;
    private final Map<ScalarKey, Setting<Value>> scalars = new EnumMap<>(ScalarKey.class);
    private final SequencedMap<String, CustomPolicy> customPolicies = new LinkedHashMap<>();
    private final SequencedMap<String, PolicyEntry> policies = new LinkedHashMap<>();
    private final List<Diagnostic> faults = new ArrayList<>();
    private final List<Diagnostic> notes = new ArrayList<>();

    Merge(Path projectFolder) {
      this.projectFolder = projectFolder;
    }

    void add(ConfigurationFile file) {
      List<Diagnostic> found = new ArrayList<>(file.faults());
      notes.addAll(file.notes());
      if (file.root().get(POLICY) instanceof ObjectValue policy) {
        addScalars(file, policy);
        addCustomPolicies(file, policy, found);
      }
      addPolicies(file, found);
      found.sort(
          Comparator.comparingInt(
              fault -> fault.location() == null ? 0 : fault.location().start()));
      faults.addAll(found);
    }

    private void addScalars(ConfigurationFile file, ObjectValue policy) {
      for (ScalarKey key : ScalarKey.values()) {
        Value value = policy.get(key.member());
        if (value != null && StructureCheck.mismatch(value, key.shape()).isEmpty()) {
          Origin origin = file.origin(POLICY, StringValue.of(key.member()));
          boolean isProjectPath = key == ScalarKey.BUNDLE_PATH && file.scope() == Scope.PROJECT;
          Value resolved =
              isProjectPath && value instanceof StringValue path
                  ? StringValue.of(resolved(path.text()))
                  : value;
          scalars.put(key, new Setting<>(resolved, origin));
        }
      }
    }

    private String resolved(String path) {
      try {
        return path.isEmpty() ? path : projectFolder.resolve(path).toString();
      } catch (InvalidPathException e) {
        return path;
      }
    }

    private void addCustomPolicies(
        ConfigurationFile file, ObjectValue policy, List<Diagnostic> found) {
      Map<String, Location> seen = new HashMap<>();
      Value list = policy.get("custom_policies");
      List<Value> items = list instanceof ArrayValue array ? array.asList() : List.of();
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof ObjectValue item
            && item.get(NAME) instanceof StringValue name
            && item.get("rego_code") instanceof StringValue code) {
          Value[] path = {POLICY, StringValue.of("custom_policies"), NumberValue.of(i)};
          Location place = file.at(path[0], path[1], path[2], NAME);
          refuseRepeated("custom policy", name.text(), place, seen, found);
          customPolicies.put(
              name.text(),
              new CustomPolicy(
                  name.text(),
                  text(item, "description"),
                  text(item, "level"),
                  Severity.of(text(item, "severity")),
                  code.text(),
                  file.at(path[0], path[1], path[2], StringValue.of("rego_code"))));
        }
      }
    }

    private void addPolicies(ConfigurationFile file, List<Diagnostic> found) {
      Map<String, Location> seen = new HashMap<>();
      Value list = file.root().get(POLICIES);
      List<Value> items = list instanceof ArrayValue array ? array.asList() : List.of();
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof ObjectValue item
            && item.get(NAME) instanceof StringValue name) {
          Value index = NumberValue.of(i);
          Location place = file.at(POLICIES, index, NAME);
          String plain = PolicyEntry.plain(name.text());
          refuseRepeated("policy", name.text(), place, seen, found);
          PolicyEntry entry = entry(file, item, index, name.text(), place);
          PolicyEntry before = policies.get(plain);
          policies.put(plain, before == null ? entry : entry.over(before));
        }
      }
    }

    private static void refuseRepeated(
        String kind,
        String name,
        Location place,
        Map<String, Location> seen,
        List<Diagnostic> found) {
      Location first = seen.putIfAbsent(PolicyEntry.plain(name), place);
      if (first != null) {
        found.add(
            ConfigFaults.error(
                "config_duplicate",
                "the " + kind + " `" + name + "` is configured twice, first in line " + first.row(),
                place,
                "put both in one"));
      }
    }

    private static PolicyEntry entry(
        ConfigurationFile file, ObjectValue item, Value index, String name, Location place) {
      SequencedMap<String, Setting<Value>> parameters = new TreeMap<>();
      if (item.get(PARAMETERS) instanceof ObjectValue given) {
        for (int i = 0; i < given.size(); i++) {
          Value key = given.keyAt(i);
          String written = key instanceof StringValue text ? text.text() : key.toString();
          parameters.put(
              written,
              new Setting<>(given.valueAt(i), file.origin(POLICIES, index, PARAMETERS, key)));
        }
      }
      Setting<Boolean> enabled =
          item.get("enabled") instanceof BooleanValue truth
              ? new Setting<>(
                  truth.value(), file.origin(POLICIES, index, StringValue.of("enabled")))
              : Setting.byDefault(true);
      return new PolicyEntry(name, enabled, enforcement(file, item, index), parameters, place);
    }

    private static Setting<Enforcement> enforcement(
        ConfigurationFile file, ObjectValue item, Value index) {
      Enforcement said = enforcement(item.get("enforcement"));
      return said == null
          ? Setting.byDefault(Enforcement.STRICT)
          : new Setting<>(said, file.origin(POLICIES, index, StringValue.of("enforcement")));
    }

    private static @Nullable Enforcement enforcement(@Nullable Value value) {
      return switch (value) {
        case StringValue word -> Enforcement.of(word.text()).orElse(null);
        // YAML reads a bare `off` as false.
        case BooleanValue truth -> truth.value() ? null : Enforcement.OFF;
        case null, default -> null;
      };
    }

    void addEnvironment(Map<String, String> environment) {
      for (ScalarKey key : ScalarKey.values()) {
        String text = environment.getOrDefault(key.variable(), "");
        if (!text.isEmpty()) {
          Value value = ValueText.read(text, key.shape());
          String wanted = StructureCheck.mismatch(value, key.shape());
          if (wanted.isEmpty()) {
            scalars.put(key, new Setting<>(value, new Origin.Variable(key.variable())));
          } else {
            faults.add(
                ConfigFaults.error(
                    "config_environment",
                    "the environment variable "
                        + key.variable()
                        + " is `"
                        + text
                        + "`, and must be "
                        + wanted,
                    null,
                    ""));
          }
        }
      }
      List<String> known = new ArrayList<>();
      for (ScalarKey key : ScalarKey.values()) {
        known.add(key.variable());
      }
      for (String name : new TreeMap<>(environment).keySet()) {
        if (name.startsWith(PREFIX) && !known.contains(name)) {
          notes.add(
              ConfigFaults.note(
                  "config_environment",
                  "the environment variable " + name + " means nothing",
                  null,
                  nearest(name, known)));
        }
      }
    }

    private static String nearest(String name, List<String> known) {
      List<String> rests =
          known.stream()
              .map(each -> each.substring(PREFIX.length()).toLowerCase(Locale.ROOT))
              .toList();
      List<String> near = Suggestions.nearest(name.substring(PREFIX.length()), rests);
      return near.isEmpty()
          ? ""
          : "did you mean " + PREFIX + near.getFirst().toUpperCase(Locale.ROOT) + "?";
    }

    private static String text(ObjectValue object, String key) {
      return object.get(key) instanceof StringValue text ? text.text() : "";
    }
  }
}
