package ms.continuu.attest.rego.runtime;

import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The base documents of a run, with what `with` puts over them.
///
/// INVARIANT: at or below a replaced path only the replacement is seen; above, replacement and
/// stored documents are merged, the replacement first.
public final class BaseDocuments {
  private static final Value SYSTEM = StringValue.of("system");

  private final ObjectValue stored;
  private final ObjectValue shown;
  private @Nullable Value replacement;

  /// The whole of the documents has been read. From then on a path that has no document by its text
  /// is tried by its values: OPA finds `data.xs[1.0]` in what it has cached, but not in what it has
  /// stored.
  private boolean wholeRead;

  private @Nullable Targets targets;

  /// Replaced paths, the innermost first.
  ///
  /// @param paths those of one expression
  public record Targets(Value[][] paths, @Nullable Targets outer) {}

  public BaseDocuments(ObjectValue stored) {
    this.stored = stored;
    shown = Documents.without(stored, SYSTEM);
  }

  public @Nullable Value replacement() {
    return replacement;
  }

  public @Nullable Targets targets() {
    return targets;
  }

  /// Puts other replacements in force.
  public void replace(@Nullable Value document, @Nullable Targets paths) {
    replacement = document;
    targets = paths;
  }

  /// Whether the path leads to or into a replaced document, where no rule counts.
  public boolean isReplaced(Value[] path, int length) {
    for (Targets t = targets; t != null; t = t.outer()) {
      for (Value[] target : t.paths()) {
        if (startsWith(path, length, target)) {
          return true;
        }
      }
    }
    return false;
  }

  public boolean hasReplacements() {
    return targets != null;
  }

  private static boolean startsWith(Value[] path, int length, Value[] start) {
    if (start.length > length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (!start[i].equals(path[i])) {
        return false;
      }
    }
    return true;
  }

  /// The document at a path, or null.
  public @Nullable Value resolve(Value[] path, int length) {
    if (targets == null) {
      return read(path, length);
    }
    Value over = Documents.find(replacement, path, 0, length);
    if (isReplaced(path, length)) {
      return over;
    }
    Value under = read(path, length);
    if (over == null || under == null) {
      return over == null ? under : over;
    }
    return Documents.merge(over, under);
  }

  private @Nullable Value read(Value[] path, int length) {
    if (length == 0) {
      wholeRead = true;
      return shown;
    }
    Value found = stored;
    for (int i = 0; i < length && found != null; i++) {
      found = Documents.stored(found, path[i]);
    }
    if (found == null && wholeRead) {
      return Documents.find(shown, path, 0, length);
    }
    return found;
  }
}
