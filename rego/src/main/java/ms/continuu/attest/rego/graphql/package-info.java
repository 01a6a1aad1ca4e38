/// GraphQL as OPA's library reads and checks it: documents of queries and of schemas, their form as
/// values, and the rules of validation with their messages.
@NullMarked
package ms.continuu.attest.rego.graphql;

import org.jspecify.annotations.NullMarked;
