package ms.continuu.attest.operations.files;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import ms.continuu.attest.operations.Failure;

/// Paths as texts, with the rules of Go's `filepath`: names in reports are what the user typed.
public final class GoPaths {
  private GoPaths() {}

  /// The path of a `file://` URL; any other path as it is.
  public static String ofUrl(String path) throws Failure {
    if (!path.contains("://")) {
      return path;
    }
    try {
      URI url = new URI(path);
      if (!"file".equals(url.getScheme())) {
        throw Failure.of("unsupported URL scheme: " + path);
      }
      String decoded = url.getPath();
      return decoded == null ? "" : decoded;
    } catch (URISyntaxException e) {
      throw Failure.of("parse \"" + path + "\": " + e.getReason());
    }
  }

  /// The shortest path that names the same file.
  public static String clean(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    boolean rooted = path.startsWith("/");
    Deque<String> parts = new ArrayDeque<>();
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String part = path.substring(start, end);
      start = end + 1;
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && rooted)) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
  }

  /// Two paths as one, cleaned.
  public static String join(String first, String second) {
    if (first.isEmpty()) {
      return second.isEmpty() ? "" : clean(second);
    }
    return clean(first + "/" + second);
  }

  /// The last element.
  public static String base(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    String trimmed = path.substring(0, end);
    return trimmed.equals("/") ? "/" : trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }

  /// All but the last element, cleaned.
  public static String directory(String path) {
    return clean(path.substring(0, path.lastIndexOf('/') + 1));
  }

  /// The name's end from its last dot on, or nothing.
  public static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 || path.indexOf('/', dot) >= 0 ? "" : path.substring(dot);
  }

  /// The path without slashes at its ends.
  public static String trimSlashes(String path) {
    int start = 0;
    int end = path.length();
    while (start < end && path.charAt(start) == '/') {
      start++;
    }
    while (end > start && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(start, end);
  }

  /// A path with the place below `data` that its content is to have: `foo.bar:file.json`.
  public record Rooted(List<String> root, String path) {

    /// Parts an argument at its first colon, unless it is a URL.
    public static Rooted of(String argument) {
      int colon = argument.indexOf(':');
      if (colon <= 0 || argument.startsWith("://", colon)) {
        return new Rooted(List.of(), argument);
      }
      String[] parts = argument.substring(0, colon).split("\\.", -1);
      return new Rooted(new ArrayList<>(Arrays.asList(parts)), argument.substring(colon + 1));
    }
  }
}
