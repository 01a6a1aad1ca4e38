/// `attest config`: looks at configuration, and changes it.
@NullMarked
package ms.continuu.attest.cli.config;

import org.jspecify.annotations.NullMarked;
