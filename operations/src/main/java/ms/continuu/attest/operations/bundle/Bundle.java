package ms.continuu.attest.operations.bundle;

import java.util.List;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;

/// What a bundle holds.
///
/// @param signatures the tokens of `.signatures.json`; none when it is not signed
/// @param patch the operations of `patch.json`: with any, the bundle is a delta and holds nothing
///   else
public record Bundle(
    Manifest manifest,
    ObjectValue data,
    List<ModuleFile> modules,
    List<OtherFile> wasmModules,
    List<OtherFile> plans,
    List<PatchOperation> patch,
    Signatures signatures) {

  public Bundle {
    modules = List.copyOf(modules);
    wasmModules = List.copyOf(wasmModules);
    plans = List.copyOf(plans);
    patch = List.copyOf(patch);
  }

  /// A policy.
  ///
  /// @param url where it lies, from the working directory
  /// @param path its name: within an archive, or from the working directory for a bundle directory
  /// @param relativePath its path within the bundle
  public record ModuleFile(
      String url, String path, String relativePath, byte[] bytes, Module module) {

    public ModuleFile withBytes(byte[] other) {
      return new ModuleFile(url, path, relativePath, other, module);
    }
  }

  /// A file that is carried along: a WebAssembly module or a plan.
  public record OtherFile(String url, String path, byte[] bytes) {}

  /// One change of data that a delta bundle makes.
  public record PatchOperation(String op, String path, Value value) {}

  /// The content of `.signatures.json`.
  public record Signatures(List<String> tokens, String plugin) {
    public static final Signatures NONE = new Signatures(List.of(), "");

    public Signatures {
      tokens = List.copyOf(tokens);
    }

    public boolean isEmpty() {
      return tokens.isEmpty() && plugin.isEmpty();
    }
  }

  public boolean isDelta() {
    return !patch.isEmpty();
  }

  public Bundle withManifest(Manifest other) {
    return new Bundle(other, data, modules, wasmModules, plans, patch, signatures);
  }

  public Bundle withData(ObjectValue other) {
    return new Bundle(manifest, other, modules, wasmModules, plans, patch, signatures);
  }

  public Bundle withModules(List<ModuleFile> other) {
    return new Bundle(manifest, data, other, wasmModules, plans, patch, signatures);
  }

  public Bundle withSignatures(Signatures other) {
    return new Bundle(manifest, data, modules, wasmModules, plans, patch, other);
  }
}
