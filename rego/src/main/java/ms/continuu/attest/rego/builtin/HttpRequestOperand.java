package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// What a request of `http.send` may and must name.
final class HttpRequestOperand {
  private static final SetValue ALLOWED =
      names(
          "method",
          "url",
          "body",
          "enable_redirect",
          "force_json_decode",
          "force_yaml_decode",
          "headers",
          "raw_body",
          "tls_use_system_certs",
          "tls_ca_cert",
          "tls_ca_cert_file",
          "tls_ca_cert_env_variable",
          "tls_client_cert",
          "tls_client_cert_file",
          "tls_client_cert_env_variable",
          "tls_client_key",
          "tls_client_key_file",
          "tls_client_key_env_variable",
          "tls_insecure_skip_verify",
          "tls_server_name",
          "timeout",
          "cache",
          "force_cache",
          "force_cache_duration_seconds",
          "raise_error",
          "caching_mode",
          "max_retry_attempts",
          "cache_ignored_headers");

  private static final SetValue REQUIRED = names("method", "url");

  private HttpRequestOperand() {}

  private static SetValue names(String... names) {
    SetValue.Builder set = SetValue.builder(names.length);
    for (String name : names) {
      set.add(StringValue.of(name));
    }
    return set.build();
  }

  /// The operand as a request with known parameters only, and all that are required.
  static ObjectValue check(Value[] operands, int position) throws BuiltinFault {
    ObjectValue request = Operands.object(operands, position);
    SetValue.Builder invalid = SetValue.builder();
    for (int i = 0; i < request.size(); i++) {
      if (!ALLOWED.contains(request.keyAtSlot(i))) {
        invalid.add(request.keyAtSlot(i));
      }
    }
    if (invalid.size() > 0) {
      throw Operands.wrong(position, "invalid request parameters(s): " + invalid.build());
    }
    SetValue.Builder missing = SetValue.builder();
    for (Value name : REQUIRED) {
      if (request.get(name) == null) {
        missing.add(name);
      }
    }
    if (missing.size() > 0) {
      throw Operands.wrong(position, "missing required request parameters(s): " + missing.build());
    }
    return request;
  }
}
