package ms.continuu.attest.conformance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who may know whom: the tables of ARCHITECTURE.md, read off the compiled classes.
class ArchitectureTest {
  private static final String ROOT = "ms.continuu.attest.";

  /// What a module may use besides itself.
  private static final Map<String, Set<String>> MODULES =
      Map.of(
          "value", Set.of(),
          "documents", Set.of("value"),
          "rego", Set.of("value"),
          "policy", Set.of("value", "documents", "rego"),
          "operations", Set.of("value", "documents", "rego", "policy"),
          "cli", Set.of("value", "documents", "rego", "policy", "operations"),
          "conformance", Set.of("value", "documents", "rego", "policy", "operations", "cli"),
          "benchmarks", Set.of("value", "documents", "rego", "policy", "operations", "cli"));

  /// Libraries beside the JDK, and the one module that may use each.
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "com.google.re2j", "rego", "org.snakeyaml", "documents", "org.openjdk.jmh", "benchmarks");

  /// Packages of `rego` that a package must not know: the intermediate form and the run time do not
  /// know the text.
  private static final Map<String, Set<String>> APART =
      Map.of(
          "rego.syntax",
              Set.of(
                  "rego.check",
                  "rego.plan",
                  "rego.ir",
                  "rego.interpret",
                  "rego.runtime",
                  "rego.builtin"),
          "rego.check", Set.of("rego.plan", "rego.ir", "rego.interpret", "rego.runtime"),
          "rego.ir", Set.of("rego.syntax", "rego.check", "rego.plan", "rego.interpret"),
          "rego.runtime", Set.of("rego.syntax", "rego.check", "rego.plan", "rego.interpret"));

  /// Effects that reach the engine only through its `Host`, so that every run can be replayed.
  private static final List<String> EFFECTS =
      List.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.getenv",
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.System.in",
          "java.lang.System.exit",
          "java.lang.Math.random",
          "java.time.Instant.now",
          "java.time.ZonedDateTime.now",
          "java.time.LocalDate.now",
          "java.time.OffsetDateTime.now",
          "java.time.Clock.system",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.",
          "java.lang.ProcessBuilder.",
          "java.lang.Runtime.exec",
          "java.nio.file.Files.",
          "java.io.FileInputStream.",
          "java.io.FileOutputStream.",
          "java.io.FileReader.",
          "java.io.FileWriter.",
          "java.net.http.",
          "java.net.Socket.",
          "java.net.ServerSocket.",
          "java.net.InetAddress.getByName",
          "java.net.InetAddress.getAllByName",
          "java.net.URL.open");

  private static final List<ClassUse> CLASSES = ClassUse.in(SourceTree.classFolders());

  @Test
  void modulesUseOnlyWhatTheTableAllows() {
    assertThat(violations((user, used) -> !allowed(module(user), module(used)))).isEmpty();
  }

  @Test
  void aLibraryIsKnownToOneModule() {
    Set<String> found = new TreeSet<>();
    for (ClassUse user : CLASSES) {
      for (String used : user.classes()) {
        LIBRARIES.forEach((library, module) -> {
          if (used.startsWith(library + ".") && !module.equals(module(user.name()))) {
            found.add(user.name() + " uses " + used);
          }
        });
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void packagesOfTheEngineKeepApart() {
    assertThat(
            violations((user, used) ->
                APART.entrySet().stream()
                    .anyMatch(rule ->
                        within(user, rule.getKey())
                            && rule.getValue().stream().anyMatch(other -> within(used, other)))))
        .isEmpty();
  }

  @Test
  void effectsReachTheEngineOnlyThroughItsHost() {
    Set<String> found = new TreeSet<>();
    for (ClassUse user : CLASSES) {
      if (Set.of("value", "rego").contains(module(user.name()))) {
        user.members().stream()
            .filter(member -> EFFECTS.stream().anyMatch(member::startsWith))
            .forEach(member -> found.add(user.name() + " uses " + member));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void nobodyTouchesTheInsidesOfTheJdk() {
    Set<String> found = new TreeSet<>();
    for (ClassUse user : CLASSES) {
      user.classes().stream()
          .filter(used -> Stream.of("sun.", "jdk.internal.", "com.sun.").anyMatch(used::startsWith))
          // Exported and documented by the module jdk.management, whatever its name.
          .filter(used -> !used.startsWith("com.sun.management."))
          .forEach(used -> found.add(user.name() + " uses " + used));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void packagesOfAModuleHaveNoCycle() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (ClassUse user : CLASSES) {
      Set<String> used = uses.computeIfAbsent(user.packageName(), name -> new TreeSet<>());
      user.classes().stream()
          .filter(name -> name.startsWith(ROOT))
          .map(ClassUse::packageOf)
          .filter(name -> !name.equals(user.packageName()))
          .forEach(used::add);
    }
    // Whoever uses nothing that is left can go; what cannot go stands in a cycle, or above one.
    boolean gone = true;
    while (gone) {
      Set<String> free =
          uses.keySet().stream()
              .filter(name -> uses.get(name).stream().noneMatch(uses::containsKey))
              .collect(Collectors.toSet());
      gone = uses.keySet().removeAll(free);
    }
    assertThat(uses).isEmpty();
  }

  private interface Forbidden {
    boolean test(String user, String used);
  }

  private static Set<String> violations(Forbidden forbidden) {
    Set<String> found = new TreeSet<>();
    for (ClassUse user : CLASSES) {
      user.classes().stream()
          .filter(used -> used.startsWith(ROOT) && forbidden.test(user.name(), used))
          .forEach(used -> found.add(user.name() + " uses " + used));
    }
    return found;
  }

  private static boolean allowed(String user, String used) {
    Set<String> may = MODULES.get(user);
    if (may == null) {
      throw new IllegalStateException("the table of modules lacks " + user);
    }
    return user.equals(used) || may.contains(used);
  }

  /// The module of a class of ours: the first part of its name after the common root.
  private static String module(String className) {
    String rest = className.substring(ROOT.length());
    return rest.substring(0, rest.indexOf('.'));
  }

  private static boolean within(String className, String packageName) {
    return className.startsWith(ROOT + packageName + ".");
  }
}
