package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.StringValue;

/// `json.unmarshal(response.body)`: the body is a value already when the answer is JSON, so the
/// rule never fires.
final class HttpBodyDecodedTwice implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "http-body-double-decode",
        Severity.HIGH,
        "Bodies of answers are decoded once",
        "`body` of an answer of JSON is decoded already; to decode it again is an error, which"
            + " makes the rule undefined: it never fires.",
        "use `response.body` as it is, or decode `response.raw_body`");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (ScannedModule module : policies.modules()) {
      for (Rule rule : module.rules()) {
        Meanings meanings = Meanings.of(rule, module);
        for (Nodes.Call call : Nodes.calls(rule)) {
          boolean decodes =
              call.name().equals("json.unmarshal") || call.name().equals("yaml.unmarshal");
          if (decodes
              && !call.operands().isEmpty()
              && isBody(call.operands().getFirst(), meanings)) {
            report.add(
                module,
                call.location(),
                "the body of an answer is decoded a second time: the rule never fires");
          }
        }
      }
    }
  }

  private static boolean isBody(Term term, Meanings meanings) {
    return meanings.resolve(term) instanceof Term.Ref ref
        && ref.terms().size() == 2
        && ref.terms().get(1) instanceof Term.Scalar key
        && key.value().equals(StringValue.of("body"))
        && meanings.resolve(ref.head()) instanceof Term.Call call
        && Meanings.isNamed(call, "http.send");
  }
}
