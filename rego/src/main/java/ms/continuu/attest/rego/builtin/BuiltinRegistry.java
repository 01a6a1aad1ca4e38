package ms.continuu.attest.rego.builtin;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Built-in behaviour by name. Each family adds its own; see [BuiltinFamily].
public final class BuiltinRegistry {
  private final Map<String, Builtin> builtins = new HashMap<>();

  public void add(String name, Builtin builtin) {
    if (builtins.putIfAbsent(name, builtin) != null) {
      throw new IllegalStateException("two built-ins named " + name);
    }
  }

  public @Nullable Builtin get(String name) {
    return builtins.get(name);
  }
}
