/// Results as texts: tables, JSON and the plain forms, byte for byte as `opa` prints them.
@NullMarked
package ms.continuu.attest.cli.present;

import org.jspecify.annotations.NullMarked;
