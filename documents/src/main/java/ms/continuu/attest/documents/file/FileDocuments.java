package ms.continuu.attest.documents.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.dockerfile.Dockerfile;
import ms.continuu.attest.documents.json.JsonDocuments;
import ms.continuu.attest.documents.toml.Toml;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// Bytes of a file to its documents: finds the format, and refuses what is no text.
public final class FileDocuments {
  /// Reading these takes some thirty times their size in memory.
  private static final long LARGEST_BUT_JSON = 64L << 20;

  private static final Pattern DOCKERFILE =
      Pattern.compile("(dockerfile|containerfile)(\\.[^/]*)?|[^/]*\\.(dockerfile|containerfile)");

  private static final Pattern FIRST_INSTRUCTION =
      Pattern.compile("(\\s*#[^\n]*\n|\\s+)*+(FROM|ARG)[ \\t]+[^:\\s].*", Pattern.DOTALL);

  /// How much of a text tells its format.
  private static final int BEGINNING = 4096;

  private static final List<DocumentFormat> FORMATS =
      List.of(Yaml.KUBERNETES, JsonDocuments.JSON, Toml.TOML, Dockerfile.DOCKERFILE);

  private FileDocuments() {}

  /// The formats that can be asked for by name.
  public static List<String> names() {
    return FORMATS.stream().map(DocumentFormat::name).toList();
  }

  /// The format of that name, or null.
  public static @Nullable DocumentFormat named(String name) {
    return FORMATS.stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
  }

  /// The format of a file by its name, or null when the name tells none.
  public static @Nullable DocumentFormat formatOf(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String base = lower.substring(Math.max(lower.lastIndexOf('/'), lower.lastIndexOf('\\')) + 1);
    int dot = base.lastIndexOf('.');
    return switch (dot < 0 ? "" : base.substring(dot + 1)) {
      case "yaml", "yml" -> Yaml.KUBERNETES;
      case "json", "ndjson", "jsonl", "tfstate" -> JsonDocuments.JSON;
      case "toml" -> Toml.TOML;
      case "dockerignore", "md", "txt", "sh", "orig", "bak" -> null;
      default -> DOCKERFILE.matcher(base).matches() ? Dockerfile.DOCKERFILE : null;
    };
  }

  /// The format of a text by how it begins: JSON with a bracket, a Dockerfile with FROM or ARG, all
  /// else is YAML.
  public static DocumentFormat formatOfText(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '{' || b == '[') {
        return JsonDocuments.JSON;
      }
      if (b > ' ') {
        break;
      }
    }
    String beginning =
        new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.ISO_8859_1);
    return FIRST_INSTRUCTION.matcher(beginning).matches() ? Dockerfile.DOCKERFILE : Yaml.KUBERNETES;
  }

  /// Reads the documents of a file.
  public static Reading read(
      String name, byte[] bytes, DocumentFormat format, DocumentLimits limits) {
    boolean json = format instanceof JsonDocuments;
    long largest = json ? limits.bytes() : Math.min(limits.bytes(), LARGEST_BUT_JSON);
    if (bytes.length > largest) {
      return refused(
          new SourceFile(name, ""),
          0,
          "file is larger than " + (largest >> 20) + " MiB, the limit of " + format.name(),
          json ? "split it" : "split it, or convert it to JSON");
    }
    String mark = byteOrderMark(bytes);
    if (!mark.isEmpty()) {
      return refused(
          new SourceFile(name, ""),
          0,
          "file begins with a byte order mark (" + mark + ")",
          "save it as UTF-8 without one");
    }
    SourceFile source = new SourceFile(name, Utf8.decode(bytes));
    int stray = firstUnreadable(source.text());
    if (stray >= 0) {
      boolean nul = source.text().charAt(stray) == 0;
      return refused(
          source,
          stray,
          nul ? "file has a NUL byte" : "file is not UTF-8",
          nul ? "it is no text file" : "save it as UTF-8");
    }
    return format.read(source, limits);
  }

  private static String byteOrderMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return "UTF-8";
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return "UTF-16";
    }
    return "";
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i == bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /// The offset of the first NUL or byte that is not UTF-8, or -1.
  private static int firstUnreadable(String text) {
    int nul = text.indexOf(0);
    if (!Utf8.hasStrayBytes(text)) {
      return nul;
    }
    int at = 0;
    while (!Utf8.isStray(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return nul < 0 ? at : Math.min(nul, at);
  }

  private static Reading refused(SourceFile source, int at, String message, String help) {
    Location place = source.at(at, Math.min(at + 1, source.text().length()));
    Diagnostic fault =
        new Diagnostic(
            "unreadable_file",
            Diagnostic.Severity.ERROR,
            message,
            place,
            List.of(),
            List.of(),
            help);
    return new Reading(List.of(), List.of(fault));
  }
}
