package ms.continuu.attest.operations.config;

import ms.continuu.attest.operations.config.Shape.Member;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.StringValue;

/// The JSON Schema of a file of configuration, for editors: made from what the files are checked
/// by.
public final class ConfigurationSchema {
  private ConfigurationSchema() {}

  /// The schema as JSON text, in the draft that most editors know.
  public static String text() {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, "  ", false);
    json.beginObject().member("$schema", "http://json-schema.org/draft-07/schema#");
    json.member("title", "Configuration of ATTEST: policies.yaml");
    write(Shapes.FILE, json);
    json.endObject();
    return out.append('\n').toString();
  }

  private static void write(Shape shape, JsonWriter json) {
    if (!shape.description().isEmpty()) {
      json.member("description", shape.description());
    }
    switch (shape) {
      case Shape.Truth t -> json.member("type", "boolean");
      case Shape.Text t -> json.member("type", "string");
      case Shape.Address a ->
          json.member("type", "string").member("pattern", "^$|^[a-z][a-z0-9+.-]*://\\S+$");
      case Shape.Count c -> json.member("type", "integer").member("minimum", 0);
      case Shape.Choice choice -> writeChoice(choice, json);
      case Shape.Items items -> {
        types("array", json);
        json.name("items").beginObject();
        write(items.item(), json);
        json.endObject();
      }
      case Shape.Members members -> writeMembers(members, json);
      case Shape.Free free -> types("object", json);
    }
  }

  /// A section may be empty.
  private static void types(String type, JsonWriter json) {
    json.name("type").beginArray().string(type).string("null").endArray();
  }

  /// A word may be written in any case; the words as they are come first, to be offered.
  private static void writeChoice(Shape.Choice choice, JsonWriter json) {
    json.name("anyOf").beginArray();
    json.beginObject().name("enum").beginArray();
    choice.words().forEach(json::string);
    json.endArray().endObject();
    json.beginObject().member("type", "string").member("pattern", anyCase(choice)).endObject();
    if (choice.words().contains("off")) {
      json.beginObject().name("const").bool(false).endObject();
    }
    json.endArray();
  }

  private static String anyCase(Shape.Choice choice) {
    StringBuilder pattern = new StringBuilder("^(");
    for (String word : choice.words()) {
      pattern.append(pattern.length() > 2 ? "|" : "");
      word.chars()
          .forEach(c ->
              pattern
                  .append('[')
                  .append((char) Character.toLowerCase(c))
                  .append((char) Character.toUpperCase(c))
                  .append(']'));
    }
    return pattern.append(")$").toString();
  }

  private static void writeMembers(Shape.Members members, JsonWriter json) {
    types("object", json);
    json.name("properties").beginObject();
    for (Member member : members.members()) {
      json.name(member.name()).beginObject();
      write(member.shape(), json);
      defaultOf(member, json);
      json.endObject();
    }
    json.endObject();
    if (members.members().stream().anyMatch(Member::isRequired)) {
      json.name("required").beginArray();
      members.members().stream()
          .filter(Member::isRequired)
          .forEach(member -> json.string(member.name()));
      json.endArray();
    }
    if (!members.isOpen()) {
      json.name("additionalProperties").bool(false);
    }
  }

  /// Keys of the section `policy` stand nowhere else under their names, but for `enabled`.
  private static void defaultOf(Member member, JsonWriter json) {
    for (ScalarKey key : ScalarKey.values()) {
      boolean isIt =
          key.member().equals(member.name())
              && key.description().equals(member.shape().description())
              && !key.initial().equals(StringValue.EMPTY);
      if (isIt) {
        json.name("default").value(key.initial());
      }
    }
  }
}
