/// What a policy is: sources to a policy set, a subject to a decision, a result to a report.
@NullMarked
package ms.continuu.attest.policy;

import org.jspecify.annotations.NullMarked;
