package ms.continuu.attest.operations.render;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How charts and kustomizations are rendered.
///
/// @param wanted whether they are rendered at all
/// @param fetching whether what they refer to may be fetched from the network
/// @param values files of values for charts, beside their own
/// @param limit how long one may take
/// @param environment the variables that programs get
public record Rendering(
    boolean wanted,
    boolean fetching,
    List<String> values,
    Duration limit,
    Map<String, String> environment) {
  /// Nothing is rendered.
  public static final Rendering NONE =
      new Rendering(false, false, List.of(), Duration.ZERO, Map.of());

  /// A proxy that is not there: what fetches nevertheless fails at once.
  private static final Map<String, String> NO_NETWORK =
      Map.of(
          "HTTP_PROXY", "http://127.0.0.1:9",
          "HTTPS_PROXY", "http://127.0.0.1:9",
          "http_proxy", "http://127.0.0.1:9",
          "https_proxy", "http://127.0.0.1:9",
          "NO_PROXY", "",
          "no_proxy", "",
          "GIT_ALLOW_PROTOCOL", "file",
          "GIT_TERMINAL_PROMPT", "0");

  public Rendering {
    values = List.copyOf(values);
    environment = Map.copyOf(environment);
  }

  /// A program, or null when it is not installed.
  @Nullable Tool tool(String name) {
    Tool tool = Tool.find(name, environment);
    return tool == null || fetching ? tool : tool.with(new HashMap<>(NO_NETWORK));
  }

  /// Whether charts can be rendered.
  public boolean hasHelm() {
    return wanted && tool("helm") != null;
  }

  /// Whether kustomizations can be rendered.
  public boolean hasKustomize() {
    return wanted && (tool("kustomize") != null || tool("kubectl") != null);
  }
}
