/// Checked programs and queries to the intermediate form: variables become slots, refs find their
/// rules, rules get their index.
@NullMarked
package ms.continuu.attest.rego.plan;

import org.jspecify.annotations.NullMarked;
