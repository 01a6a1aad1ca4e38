package ms.continuu.attest.operations.opa;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.bundle.Bundle;
import ms.continuu.attest.operations.bundle.BundleFile;
import ms.continuu.attest.operations.bundle.BundleReader;
import ms.continuu.attest.operations.bundle.Manifest;
import ms.continuu.attest.operations.files.GoPaths;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.files.PathFilter;
import ms.continuu.attest.operations.files.SourceFiles;
import ms.continuu.attest.operations.load.FileLoader;
import ms.continuu.attest.rego.check.AnnotationSet;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// What a bundle or a policy file holds.
///
/// @param manifest null for a policy file
/// @param wasmModules the WebAssembly modules that it carries
/// @param namespaces files by the package or the place in data that they fill
/// @param annotations empty unless asked for
/// @param required what policies need of the engine
public record Inspect(
    @Nullable Manifest manifest,
    Bundle.Signatures signatures,
    List<Bundle.OtherFile> wasmModules,
    SortedMap<String, List<String>> namespaces,
    List<Note> annotations,
    Capabilities required) {

  /// Annotations with what they are about.
  ///
  /// @param path the path of the rule or package, from `data` on
  /// @param rule the head of the rule; null for a package
  public record Note(
      Annotations annotations,
      Term.Ref path,
      Term.Ref packagePath,
      Term.@Nullable Ref rule,
      Location location) {}

  /// Looks into a bundle, or into a file whose name ends in `.rego`.
  ///
  /// @param annotated lists annotations
  public static Inspect of(String path, Language language, boolean annotated) throws Failure {
    return path.endsWith(".rego")
        ? ofFile(path, language, annotated)
        : ofBundle(path, language, annotated);
  }

  private static Inspect ofFile(String path, Language language, boolean annotated) throws Failure {
    SortedMap<String, List<String>> namespaces = new TreeMap<>(Utf8::compare);
    List<Module> modules = new ArrayList<>();
    FileLoader.load(List.of(path), language, true, PathFilter.NONE)
        .modules()
        .values()
        .forEach(file -> {
          add(namespaces, packageName(file.module()), GoPaths.clean(file.name()));
          modules.add(file.module());
        });
    return new Inspect(
        null,
        Bundle.Signatures.NONE,
        List.of(),
        namespaces,
        annotated ? notes(modules) : List.of(),
        required(modules));
  }

  private static Inspect ofBundle(String path, Language language, boolean annotated)
      throws Failure {
    BundleReader reader = new BundleReader(language).withAnnotations(true);
    Bundle bundle = reader.read(path);
    SortedMap<String, List<String>> namespaces = new TreeMap<>(Utf8::compare);
    List<Module> modules = new ArrayList<>();
    for (Bundle.ModuleFile file : bundle.modules()) {
      add(namespaces, packageName(file.module()), GoPaths.clean(file.path()));
      modules.add(file.module());
    }
    boolean archive = !SourceFiles.isDirectory(GoPaths.ofUrl(path));
    for (BundleFile file : reader.files(path)) {
      addData(namespaces, file, archive);
    }
    for (Manifest.WasmResolver resolver : bundle.manifest().wasmResolvers()) {
      String entrypoint = GoPaths.trimSlashes(resolver.entrypoint()).replace('/', '.');
      add(namespaces, "data." + entrypoint, resolver.module());
    }
    return new Inspect(
        bundle.manifest(),
        reader.signatures(path),
        bundle.wasmModules(),
        namespaces,
        annotated ? notes(modules) : List.of(),
        required(modules));
  }

  /// Data lies where its folder says.
  private static void addData(
      SortedMap<String, List<String>> namespaces, BundleFile file, boolean archive) {
    String path = GoPaths.clean(file.path());
    String name = GoPaths.base(path);
    if (name.equals("data.json") || name.equals("data.yaml") || name.equals("data.yml")) {
      String folder = GoPaths.trimSlashes(path.substring(0, path.lastIndexOf('/') + 1));
      String namespace = folder.isEmpty() ? "data" : "data." + folder.replace('/', '.');
      add(namespaces, namespace, archive ? path : GoPaths.clean(file.url()));
    }
  }

  private static void add(
      SortedMap<String, List<String>> namespaces, String namespace, String file) {
    namespaces.computeIfAbsent(namespace, name -> new ArrayList<>()).add(file);
  }

  private static String packageName(Module module) {
    return TermText.of(module.packageDeclaration().path());
  }

  /// The annotations of rules, documents and packages; a document or package has them once.
  private static List<Note> notes(List<Module> modules) throws Failure {
    List<Note> notes = new ArrayList<>();
    Map<String, Annotations> seen = new HashMap<>();
    List<Diagnostic> errors = new ArrayList<>();
    for (Module module : modules) {
      for (Annotations annotations : module.annotations()) {
        Note note = note(module, annotations);
        if (note == null) {
          continue;
        }
        String scope = annotations.scope();
        Annotations before =
            scope.equals("rule")
                ? null
                : seen.putIfAbsent(
                    (scope.equals("package") ? "package " : "") + TermText.of(note.path()),
                    annotations);
        if (before != null) {
          errors.add(AnnotationSet.redeclared(annotations, before));
        }
        notes.add(note);
      }
    }
    if (!errors.isEmpty()) {
      throw Failure.ofDiagnostics(errors);
    }
    notes.sort(
        Comparator.comparing(Note::path, Terms.ORDER)
            .thenComparing(note -> note.annotations().location().file())
            .thenComparingInt(note -> note.annotations().location().row()));
    return Collections.unmodifiableList(notes);
  }

  /// Annotations with what comes next below them, or null when they are about something else.
  private static @Nullable Note note(Module module, Annotations annotations) {
    Term.Ref packagePath = module.packageDeclaration().path();
    return switch (annotations.scope()) {
      case "package", "subpackages" ->
          new Note(
              annotations, packagePath, packagePath, null, module.packageDeclaration().location());
      default -> {
        Rule rule = ruleBelow(module, annotations.location().row());
        yield rule == null
            ? null
            : new Note(
                annotations,
                path(packagePath, rule),
                packagePath,
                rule.head().ref(),
                rule.location());
      }
    };
  }

  private static @Nullable Rule ruleBelow(Module module, int row) {
    return module.rules().stream()
        .filter(rule -> rule.location().row() > row)
        .min(Comparator.comparingInt(rule -> rule.location().row()))
        .orElse(null);
  }

  private static Term.Ref path(Term.Ref packagePath, Rule rule) {
    List<Term> path = new ArrayList<>(packagePath.terms());
    for (Term term : Terms.groundPrefix(rule.head().ref().terms())) {
      path.add(
          term instanceof Term.Var variable
              ? new Term.Scalar(StringValue.of(variable.name()), variable.location())
              : term);
    }
    return new Term.Ref(path, Location.NONE);
  }

  private static Capabilities required(List<Module> modules) throws Failure {
    Compilation compilation =
        Compilation.of(
            modules,
            CompileOptions.DEFAULT.withSchemaAnnotations(false).withUndefinedFunctions(true));
    CheckedProgram program = compilation.program();
    if (program == null) {
      throw Failure.ofDiagnostics(compilation.diagnostics());
    }
    return RequiredCapabilities.of(program);
  }
}
