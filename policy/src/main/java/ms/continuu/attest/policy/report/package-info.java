/// What a check found, as reports for people and programs.
@NullMarked
package ms.continuu.attest.policy.report;

import org.jspecify.annotations.NullMarked;
