package ms.continuu.attest.rego.trace;

import java.util.Map;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// One step of a run, as OPA's top-down evaluation tells it.
///
/// @param node the `Body`, `Expr` or `Rule` that is evaluated
/// @param queryId numbers the query from 0; `parentId` its parent
/// @param locals the variables bound by now, by generated name; empty when no tracer wants them
/// @param known the documents that the node refers to and whose value is known by now, by ref;
///   empty when no tracer wants variables
/// @param rewrittenVars what the user called a generated variable
/// @param message the text of a note, or of an index lookup
/// @param ref the ref of an index lookup, or that of the rule that is evaluated; else null
public record TraceEvent(
    Op op,
    Object node,
    Location location,
    long queryId,
    long parentId,
    Map<String, Value> locals,
    Map<String, Value> known,
    Map<String, String> rewrittenVars,
    String message,
    Term.@Nullable Ref ref) {

  /// What happens, by the word that OPA prints.
  public enum Op {
    ENTER("Enter"),
    EXIT("Exit"),
    EVAL("Eval"),
    REDO("Redo"),
    FAIL("Fail"),
    NOTE("Note"),
    INDEX("Index"),
    UNIFY("Unify"),
    FAILED_ASSIGNMENT("FailedAssignment"),
    DUPLICATE("Duplicate"),
    TEST_CASE("TestCase");

    private final String word;

    Op(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
