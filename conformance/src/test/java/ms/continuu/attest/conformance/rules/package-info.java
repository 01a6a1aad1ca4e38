/// The rules of the project that are tests: who may know whom, and what a source file may look
/// like.
@NullMarked
package ms.continuu.attest.conformance.rules;

import org.jspecify.annotations.NullMarked;
