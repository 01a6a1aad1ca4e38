/// Measurements of parts, by JMH. Whole programs are compared by `benchmarks/run`.
@NullMarked
package ms.continuu.attest.benchmarks;

import org.jspecify.annotations.NullMarked;
