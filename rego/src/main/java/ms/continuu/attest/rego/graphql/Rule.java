package ms.continuu.attest.rego.graphql;

import java.util.List;

/// A rule of validation: told of the nodes of a query as they are left, it reports what is wrong.
interface Rule {
  default void operation(QueryWalk walk, Ast.Operation operation) {}

  default void variable(QueryWalk walk, Ast.Variable variable) {}

  default void field(QueryWalk walk, Ast.Field field) {}

  default void fragment(QueryWalk walk, Ast.Fragment fragment) {}

  default void inline(QueryWalk walk, Ast.Inline inline) {}

  default void spread(QueryWalk walk, Ast.Spread spread) {}

  default void directive(QueryWalk walk, Ast.Directive directive) {}

  default void directives(QueryWalk walk, List<Ast.Directive> directives) {}

  default void value(QueryWalk walk, Ast.Literal value) {}
}
