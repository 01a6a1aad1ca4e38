/// Text to tree: lexer, parser, and the node records, which serialise to OPA's AST JSON.
@NullMarked
package ms.continuu.attest.rego.syntax;

import org.jspecify.annotations.NullMarked;
