package ms.continuu.attest.operations.config;

import java.util.List;

/// What a part of a file of configuration looks like: read for checking it and for the JSON Schema
/// that editors use.
sealed interface Shape {

  /// What it is for; empty where the name says it.
  String description();

  /// `true` or `false`.
  record Truth(String description) implements Shape {}

  record Text(String description) implements Shape {}

  /// A URL.
  record Address(String description) implements Shape {}

  /// A whole number that is not negative.
  record Count(String description) implements Shape {}

  /// One of some words, in any case.
  record Choice(List<String> words, String description) implements Shape {}

  /// A list.
  record Items(Shape item, String description) implements Shape {}

  /// Keys and values.
  ///
  /// @param isOpen whether others may be there too
  record Members(List<Member> members, boolean isOpen, String description) implements Shape {}

  /// Keys and values of which nothing is known here.
  record Free(String description) implements Shape {}

  /// One key.
  record Member(String name, Shape shape, boolean isRequired) {}
}
