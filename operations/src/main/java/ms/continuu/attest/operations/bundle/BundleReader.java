package ms.continuu.attest.operations.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.DataMerge;
import ms.continuu.attest.operations.files.Documents;
import ms.continuu.attest.operations.files.GoPaths;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.files.PathFilter;
import ms.continuu.attest.operations.files.SourceFiles;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Reads bundles, and refuses what OPA refuses.
public final class BundleReader {
  private static final List<String> MANIFEST_IN_DATA = List.of("system", "bundle", "manifest");

  private final Language language;
  private final boolean annotations;
  private final boolean manifestInData;
  private final boolean followLinks;
  private final PathFilter filter;
  private final @Nullable BundleVerifier verifier;

  /// A reader that does not verify.
  public BundleReader(Language language) {
    this(language, false, false, false, PathFilter.NONE, null);
  }

  private BundleReader(
      Language language,
      boolean annotations,
      boolean manifestInData,
      boolean followLinks,
      PathFilter filter,
      @Nullable BundleVerifier verifier) {
    this.language = language;
    this.annotations = annotations;
    this.manifestInData = manifestInData;
    this.followLinks = followLinks;
    this.filter = filter;
    this.verifier = verifier;
  }

  /// Reads `# METADATA` blocks, or not.
  public BundleReader withAnnotations(boolean wanted) {
    return new BundleReader(language, wanted, manifestInData, followLinks, filter, verifier);
  }

  /// Puts the manifest into the data, or not.
  public BundleReader withManifestInData(boolean wanted) {
    return new BundleReader(language, annotations, wanted, followLinks, filter, verifier);
  }

  /// Follows links to files, or not.
  public BundleReader withFollowLinks(boolean wanted) {
    return new BundleReader(language, annotations, manifestInData, wanted, filter, verifier);
  }

  public BundleReader withFilter(PathFilter wanted) {
    return new BundleReader(language, annotations, manifestInData, followLinks, wanted, verifier);
  }

  /// Verifies signatures; null for not.
  public BundleReader withVerifier(@Nullable BundleVerifier wanted) {
    return new BundleReader(language, annotations, manifestInData, followLinks, filter, wanted);
  }

  /// Reads the bundle at a path: an archive or a directory.
  public Bundle read(String argument) throws Failure {
    String path = GoPaths.ofUrl(argument);
    boolean isDirectory;
    try {
      isDirectory = SourceFiles.isDirectory(path);
    } catch (Failure failure) {
      throw failure.within("error reading \"" + path + "\": ").asText();
    }
    try {
      if (isDirectory) {
        return read(BundleFiles.ofDirectory(path, filter, followLinks), path);
      }
      return read(archiveFiles(SourceFiles.read(path), path), "");
    } catch (Failure failure) {
      throw failure.within("bundle " + path + ": ");
    }
  }

  /// Reads the bundle at a path as a service would: files have the names they have within it.
  public Bundle readWithin(String path) throws Failure {
    return SourceFiles.isDirectory(path)
        ? read(BundleFiles.ofDirectory(path, filter, followLinks), "")
        : read(archiveFiles(SourceFiles.read(path), path), "");
  }

  /// Reads an archive that is no file of its own.
  public Bundle readArchive(byte[] archive) throws Failure {
    return read(archiveFiles(archive, ""), "");
  }

  /// The signatures of the bundle at a path, not verified.
  public Bundle.Signatures signatures(String argument) throws Failure {
    Bundle.Signatures found = Bundle.Signatures.NONE;
    for (BundleFile file : files(argument)) {
      if (file.isSignatures()) {
        found = SignatureFile.read(file.bytes());
      }
    }
    return found;
  }

  /// The files of the bundle at a path.
  public List<BundleFile> files(String argument) throws Failure {
    String path = GoPaths.ofUrl(argument);
    return SourceFiles.isDirectory(path)
        ? BundleFiles.ofDirectory(path, filter, followLinks)
        : archiveFiles(SourceFiles.read(path), path);
  }

  private List<BundleFile> archiveFiles(byte[] archive, String path) throws Failure {
    try {
      return BundleFiles.ofArchive(archive, path, filter);
    } catch (Failure failure) {
      throw failure.within("bundle read failed: ");
    }
  }

  private Bundle read(List<BundleFile> files, String baseDirectory) throws Failure {
    Contents contents = new Contents(baseDirectory);
    List<BundleFile> covered = new ArrayList<>();
    for (BundleFile file : files) {
      if (file.isSignatures()) {
        contents.addSignatures(file);
      } else {
        covered.add(file);
        if (file.base().equals("patch.json")) {
          contents.patch = patch(file);
        }
      }
    }
    boolean delta = !contents.patch.isEmpty();
    if (verifier != null) {
      if (delta && verifier.isRequired()) {
        throw Failure.of("delta bundles do not support signature verification");
      }
      verify(verifier, contents, covered);
    }
    for (BundleFile file : covered) {
      contents.add(file);
    }
    List<Bundle.ModuleFile> modules = contents.parseModules();
    if (delta) {
      contents.refuseBesidesPatch(modules);
    }
    Bundle bundle =
        new Bundle(
            contents.manifest,
            contents.data,
            modules,
            contents.wasm,
            contents.plans,
            contents.patch,
            contents.signatures);
    ManifestCheck.of(bundle);
    return manifestInData ? withManifestInData(bundle) : bundle;
  }

  private static void verify(BundleVerifier verifier, Contents contents, List<BundleFile> covered)
      throws Failure {
    if (contents.signatures.isEmpty()) {
      if (verifier.isRequired()) {
        throw Failure.of("bundle missing .signatures.json file");
      }
      return;
    }
    Map<String, BundleVerifier.SignedFile> signed = verifier.verify(contents.signatures);
    for (BundleFile file : covered) {
      String path = contents.base.isEmpty() ? file.path() : file.url();
      String name = path.startsWith("/") ? path.substring(1) : path;
      if (verifier.isExcluded(name)) {
        signed.remove(name);
      } else {
        verifier.verify(name, file.bytes(), signed);
      }
    }
    if (!signed.isEmpty()) {
      throw Failure.of(
          "file(s) ["
              + String.join(" ", signed.keySet())
              + "] specified in bundle signatures but not found in the target bundle");
    }
  }

  private static List<Bundle.PatchOperation> patch(BundleFile file) throws Failure {
    Value value;
    try {
      value = Json.parse(file.bytes());
    } catch (JsonSyntaxException e) {
      throw Failure.of("bundle load failed on patch decode: " + e.getMessage());
    }
    List<Bundle.PatchOperation> operations = new ArrayList<>();
    if (value instanceof ObjectValue object && object.get("data") instanceof ArrayValue items) {
      for (Value item : items) {
        if (item instanceof ObjectValue operation) {
          Value added = operation.get("value");
          operations.add(
              new Bundle.PatchOperation(
                  text(operation, "op"),
                  text(operation, "path"),
                  added == null ? NullValue.NULL : added));
        }
      }
    }
    return operations;
  }

  private static String text(ObjectValue object, String name) {
    return object.get(name) instanceof StringValue string ? string.text() : "";
  }

  private static Bundle withManifestInData(Bundle bundle) throws Failure {
    StringBuilder text = new StringBuilder();
    bundle.manifest().write(new JsonWriter(text, "", true));
    ObjectValue added =
        DataMerge.at(
            MANIFEST_IN_DATA, Documents.json(text.toString().getBytes(StandardCharsets.UTF_8)));
    if (added == null || DataMerge.conflict(bundle.data(), added) != null) {
      throw Failure.of(
          "bundle load failed on /system/bundle/manifest/revision: failed to insert data file from"
              + " path system/bundle/manifest");
    }
    return bundle.withData(DataMerge.of(bundle.data(), added));
  }

  /// What has been read so far.
  private final class Contents {
    private final String base;
    private final List<BundleFile> regoFiles = new ArrayList<>();
    private final List<Bundle.OtherFile> wasm = new ArrayList<>();
    private final List<Bundle.OtherFile> plans = new ArrayList<>();
    private ObjectValue data = ObjectValue.EMPTY;
    private Manifest manifest = Manifest.EMPTY;
    private String manifestPath = "";
    private String signaturesPath = "";
    private Bundle.Signatures signatures = Bundle.Signatures.NONE;
    private List<Bundle.PatchOperation> patch = List.of();

    Contents(String base) {
      this.base = base;
    }

    private String fullPath(String path) {
      return base.isEmpty() ? path : GoPaths.join(base, path);
    }

    void addSignatures(BundleFile file) throws Failure {
      if (verifier == null) {
        return;
      }
      if (!signaturesPath.isEmpty()) {
        throw Failure.of(
            "bundle contains multiple signatures files: \""
                + signaturesPath
                + "\" and \""
                + file.path()
                + "\"");
      }
      signaturesPath = file.path();
      signatures = SignatureFile.read(file.bytes());
    }

    void add(BundleFile file) throws Failure {
      String path = file.path();
      switch (file.base()) {
        case "policy.wasm" ->
            wasm.add(new Bundle.OtherFile(file.url(), fullPath(path), file.bytes()));
        case "plan.json", "plan.pb" ->
            plans.add(new Bundle.OtherFile(file.url(), fullPath(path), file.bytes()));
        case "data.json" -> insert(path, read(file));
        case "data.yaml", "data.yml" -> insert(path, read(file));
        default -> {
          if (path.endsWith(".rego")) {
            regoFiles.add(file);
          } else if (path.endsWith(".manifest.pb")) {
            throw Failure.of(
                "bundle load failed on manifest decode: manifests in protobuf are not supported");
          } else if (path.endsWith(".manifest")) {
            addManifest(file);
          }
        }
      }
    }

    private Value read(BundleFile file) throws Failure {
      try {
        return file.base().equals("data.json")
            ? Documents.json(file.bytes())
            : Documents.jsonOrYaml(file.bytes());
      } catch (Failure failure) {
        throw failure.within("bundle load failed on " + fullPath(file.path()) + ": ");
      }
    }

    private void insert(String path, Value value) throws Failure {
      String directory = GoPaths.directory(path);
      int start = 0;
      while (start < directory.length() && "/.".indexOf(directory.charAt(start)) >= 0) {
        start++;
      }
      String trimmed = directory.substring(start);
      List<String> key = trimmed.isEmpty() ? List.of() : Manifest.parts(trimmed);
      ObjectValue added = DataMerge.at(key, value);
      if (added == null) {
        throw Failure.of("bundle load failed on " + path + ": root value must be object");
      }
      if (DataMerge.conflict(data, added) != null) {
        throw Failure.of(
            "bundle load failed on "
                + path
                + ": failed to insert data file from path "
                + String.join("/", key));
      }
      data = DataMerge.of(data, added);
    }

    private void addManifest(BundleFile file) throws Failure {
      if (!manifestPath.isEmpty()) {
        throw Failure.of(
            "bundle contains multiple manifest files: \""
                + manifestPath
                + "\" and \""
                + file.path()
                + "\"");
      }
      manifestPath = file.path();
      try {
        manifest = Manifest.read(Documents.json(file.bytes()));
      } catch (Failure failure) {
        throw failure.within("bundle load failed on manifest decode: ");
      }
    }

    List<Bundle.ModuleFile> parseModules() throws Failure {
      List<Bundle.ModuleFile> modules = new ArrayList<>();
      for (BundleFile file : regoFiles) {
        RegoVersion version = Versions.of(manifest, file.path(), language.version());
        Language ofFile = new Language(version, language.capabilities());
        String name = fullPath(file.path());
        Module module = SourceFiles.parse(name, file.bytes(), ofFile, annotations);
        modules.add(new Bundle.ModuleFile(file.url(), name, file.path(), file.bytes(), module));
      }
      return modules;
    }

    void refuseBesidesPatch(List<Bundle.ModuleFile> modules) throws Failure {
      String found =
          data.size() > 0 ? "data" : !modules.isEmpty() ? "policy" : !wasm.isEmpty() ? "wasm" : "";
      if (!found.isEmpty()) {
        throw Failure.of(
            "delta bundle expected to contain only patch file but " + found + " files found");
      }
    }
  }

  /// The package path as names; empty when a part is no string.
  static List<String> packagePath(Module module) {
    List<String> names = new ArrayList<>();
    List<Term> terms = module.packageDeclaration().path().terms();
    for (Term term : terms.subList(1, terms.size())) {
      if (!(term instanceof Term.Scalar scalar && scalar.value() instanceof StringValue name)) {
        return List.of();
      }
      names.add(name.text());
    }
    return names;
  }
}
