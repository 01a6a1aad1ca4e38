/// What the engine runs: rules, blocks, statements and operands over slots of a frame, with the
/// indexes over rules and comprehensions. Immutable; knows no syntax, but a statement carries the
/// node it was made from, as an opaque object, for those who follow a run.
@NullMarked
package ms.continuu.attest.rego.ir;

import org.jspecify.annotations.NullMarked;
