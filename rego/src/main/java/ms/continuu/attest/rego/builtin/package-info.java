/// The built-in functions, one file a family. Effects only through
/// [ms.continuu.attest.rego.host.Host].
@NullMarked
package ms.continuu.attest.rego.builtin;

import org.jspecify.annotations.NullMarked;
