/// What everyone speaks of: a value, a place in a text, a diagnostic. No I/O and no dependency.
@NullMarked
package ms.continuu.attest.value;

import org.jspecify.annotations.NullMarked;
