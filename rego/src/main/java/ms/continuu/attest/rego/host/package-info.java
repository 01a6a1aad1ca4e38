/// What the engine needs of its surroundings: the outside, bounds, and YAML.
@NullMarked
package ms.continuu.attest.rego.host;

import org.jspecify.annotations.NullMarked;
