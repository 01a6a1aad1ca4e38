/// Times as Go's `time` package writes and reads them: layouts, durations, and the zones of the
/// IANA time zone database with their abbreviations. Texts are bytes, one `char` each.
@NullMarked
package ms.continuu.attest.rego.gotime;

import org.jspecify.annotations.NullMarked;
