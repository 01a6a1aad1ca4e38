package ms.continuu.attest.policy.rego;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.value.SourceFile;
import org.jspecify.annotations.Nullable;

/// Modules of ATTEST's library that policies draw on without bringing them along: helper rules of
/// their own package that they do not define, and packages of which they name the path.
record LibraryModules(List<SourceFile> files) {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package[ \\t]+([\\w.]+)");

  /// What these modules refer to and lack.
  List<Module> missingFrom(List<Module> modules) {
    Map<String, SourceFile> offered = new LinkedHashMap<>();
    for (SourceFile file : files) {
      Matcher name = PACKAGE.matcher(file.text());
      if (name.find()) {
        offered.put(name.group(1), file);
      }
    }
    Map<String, Set<String>> defined = new LinkedHashMap<>();
    for (Module module : modules) {
      Set<String> names =
          defined.computeIfAbsent(RegoFrontend.packageName(module), p -> new HashSet<>());
      module.rules().forEach(rule -> names.add(RegoFrontend.nameOf(rule)));
    }
    List<Module> added = new ArrayList<>();
    List<Module> unread = new ArrayList<>(modules);
    while (!unread.isEmpty()) {
      Module module = unread.removeLast();
      for (String name : List.copyOf(offered.keySet())) {
        boolean isOwn = name.equals(RegoFrontend.packageName(module));
        if (isOwn || module.source().text().contains("data." + name)) {
          Module found = without(offered.get(name), defined.getOrDefault(name, Set.of()), isOwn);
          offered.remove(name);
          if (found != null) {
            added.add(found);
            unread.add(found);
          }
        }
      }
    }
    return added;
  }

  /// The module without the rules that the user's own take the place of; null when the user has the
  /// whole package.
  private static @Nullable Module without(
      @Nullable SourceFile file, Set<String> defined, boolean isHelper) {
    Module module = file == null ? null : Dialect.read(file).parsed().tree();
    if (module == null || !isHelper && !defined.isEmpty()) {
      return null;
    }
    List<Rule> kept =
        module.rules().stream()
            .filter(rule -> !defined.contains(RegoFrontend.nameOf(rule)))
            .toList();
    return kept.isEmpty()
        ? null
        : new Module(
            module.source(),
            module.version(),
            module.packageDeclaration(),
            module.imports(),
            kept,
            module.annotations(),
            module.comments());
  }
}
