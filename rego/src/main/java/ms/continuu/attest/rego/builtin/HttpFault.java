package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Why `http.send` has no reply: raised as a fault, or returned as a value when the policy wants
/// so.
///
/// @param raised the message as a fault tells it
/// @param returned the message as a value tells it
record HttpFault(String code, String returned, BuiltinFault raised) {
  private static final String INTERNAL = "eval_http_send_internal_error";
  private static final String NETWORK = "eval_http_send_network_error";

  /// The carrier within this package.
  static final class Thrown extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient HttpFault fault;

    Thrown(HttpFault fault) {
      super(fault.returned, null, false, false);
      this.fault = fault;
    }

    HttpFault fault() {
      return fault;
    }
  }

  /// A fault that tells the place of the call when it is returned.
  static Thrown located(BuiltinContext context, BuiltinFault fault) {
    String code = fault.kind() == BuiltinFault.Kind.TYPE ? "eval_type_error" : "eval_builtin_error";
    return new Thrown(
        new HttpFault(
            INTERNAL,
            place(context.location()) + ": " + code + ": http.send: " + fault.getMessage(),
            fault));
  }

  static Thrown located(BuiltinContext context, String message) {
    return located(context, BuiltinFault.of(message));
  }

  private static String place(Location location) {
    String text = location.file().isEmpty() ? location.text() : "";
    return text.isEmpty() ? location.toString() : text;
  }

  static Thrown plain(String message) {
    return new Thrown(new HttpFault(INTERNAL, message, BuiltinFault.of(message)));
  }

  static Thrown network(Host.NetworkFault fault) {
    String message = fault.operation() + " " + RegoText.quote(fault.url()) + ": " + fault.reason();
    String raised =
        fault.isTimeout() ? fault.operation() + " " + fault.url() + ": request timed out" : message;
    return new Thrown(new HttpFault(NETWORK, message, BuiltinFault.of(raised)));
  }

  /// The fault as the value that a policy asked for.
  Value toValue() {
    Value error =
        ObjectValue.builder(2)
            .put("code", StringValue.of(code))
            .put("message", StringValue.of(returned))
            .build();
    return ObjectValue.builder(2).put("status_code", NumberValue.of(0)).put("error", error).build();
  }
}
