/// The Rego language, text to result. Needs nothing but `value`: no YAML, no network, no disk.
@NullMarked
package ms.continuu.attest.rego;

import org.jspecify.annotations.NullMarked;
