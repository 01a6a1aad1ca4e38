package ms.continuu.attest.operations.scan;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;

/// The calls of `http.send` whose request stands in the text.
final class Requests {
  private Requests() {}

  /// One call.
  record Request(
      ScannedModule module, Meanings meanings, Term.ObjectTerm object, Location location) {}

  static List<Request> in(ScannedPolicies policies) {
    List<Request> requests = new ArrayList<>();
    for (ScannedModule module : policies.modules()) {
      for (Rule rule : module.rules()) {
        Meanings meanings = Meanings.of(rule, module);
        for (Nodes.Call call : Nodes.calls(rule)) {
          if (call.name().equals("http.send")
              && !call.operands().isEmpty()
              && meanings.resolve(call.operands().getFirst()) instanceof Term.ObjectTerm object) {
            requests.add(new Request(module, meanings, object, call.location()));
          }
        }
      }
    }
    return requests;
  }
}
