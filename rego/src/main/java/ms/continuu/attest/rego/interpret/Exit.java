package ms.continuu.attest.rego.interpret;

import org.jspecify.annotations.Nullable;

/// The end of a search before all was tried, on its way back to the query that has its answer.
///
/// When continuations run inside the rules they continue from, as they do in a traced run, an exit
/// may cross queries that are not done yet: they go on to their other rules, and pass it on then.
///
/// @param previous the exit that this one was made of while it crossed a query
/// @param deferred it crossed a query that wants all of its results
record Exit(@Nullable Exit previous, boolean deferred) {

  /// The exit of a query that has found what it needs.
  static final Exit NOW = new Exit(null, false);

  /// What is left of an exit behind the query that it ended.
  static @Nullable Exit behind(@Nullable Exit exit) {
    return exit == null ? null : exit.previous;
  }
}
