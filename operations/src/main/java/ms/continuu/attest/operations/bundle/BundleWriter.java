package ms.continuu.attest.operations.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Utf8;

/// Writes bundles as archives: the same bundle gives the same bytes.
public final class BundleWriter {
  private BundleWriter() {}

  /// The archive of a bundle.
  ///
  /// @param usePaths names policies by their paths rather than where they lie
  public static byte[] write(Bundle bundle, boolean usePaths) throws IOException {
    List<TarGz.Entry> entries = new ArrayList<>();
    if (bundle.isDelta()) {
      add(entries, "/patch.json", patchText(bundle).getBytes(StandardCharsets.UTF_8));
    } else {
      add(entries, "/data.json", Utf8.encode(Json.text(bundle.data()) + "\n"));
      for (Bundle.ModuleFile module : bundle.modules()) {
        add(entries, usePaths ? module.path() : module.url(), module.bytes());
      }
      for (Bundle.OtherFile wasm : bundle.wasmModules()) {
        add(entries, usePaths ? wasm.path() : wasm.url(), wasm.bytes());
      }
      if (!bundle.signatures().isEmpty()) {
        add(entries, "/.signatures.json", Utf8.encode(signaturesText(bundle.signatures())));
      }
      for (Bundle.OtherFile plan : bundle.plans()) {
        add(entries, usePaths ? plan.path() : plan.url(), plan.bytes());
      }
    }
    if (!bundle.manifest().isEmpty()) {
      StringBuilder text = new StringBuilder();
      bundle.manifest().write(new JsonWriter(text, "", true));
      add(entries, "/.manifest", Utf8.encode(text.append('\n').toString()));
    }
    return TarGz.write(entries);
  }

  private static void add(List<TarGz.Entry> entries, String name, byte[] bytes) {
    entries.add(new TarGz.Entry(name.startsWith("/") ? name : "/" + name, false, bytes));
  }

  private static String patchText(Bundle bundle) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text, "", true);
    json.beginObject().name("data").beginArray();
    for (Bundle.PatchOperation operation : bundle.patch()) {
      json.beginObject().member("op", operation.op()).member("path", operation.path());
      json.name("value").value(operation.value()).endObject();
    }
    json.endArray().endObject();
    return text.append('\n').toString();
  }

  /// The text of `.signatures.json`.
  public static String signaturesText(Bundle.Signatures signatures) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text, " ", true);
    json.beginObject();
    if (!signatures.tokens().isEmpty()) {
      json.name("signatures").beginArray();
      signatures.tokens().forEach(json::string);
      json.endArray();
    }
    if (!signatures.plugin().isEmpty()) {
      json.member("plugin", signatures.plugin());
    }
    json.endObject();
    return text.toString();
  }
}
