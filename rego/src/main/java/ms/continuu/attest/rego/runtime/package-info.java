/// The single meaning of every operation a program is made of: lookups in documents, replacement by
/// `with`, unification, caches, conflicts, errors. Knows no syntax and no order of execution.
@NullMarked
package ms.continuu.attest.rego.runtime;

import org.jspecify.annotations.NullMarked;
