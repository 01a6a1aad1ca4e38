/// What a run tells of itself: events, profile, coverage, metrics.
@NullMarked
package ms.continuu.attest.rego.trace;

import org.jspecify.annotations.NullMarked;
