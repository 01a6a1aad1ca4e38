package ms.continuu.attest.rego.syntax;

import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Trees as OPA's AST JSON: `opa parse --format json`, `rego.parse_module`, partial results.
public final class AstJson {
  private static final ParseOptions PLAIN = ParseOptions.of(RegoVersion.V1);

  /// How many calls a node takes, at most.
  private static final int CALLS = 12;

  private final JsonWriter out;
  private final Places places;
  private final DeepCalls.Watch watch;

  /// OPA's types of the nodes that are being written.
  private final Deque<String> open;

  private AstJson(JsonWriter out, Places places, DeepCalls.Watch watch, Deque<String> open) {
    this.out = out;
    this.places = places;
    this.watch = watch;
    this.open = open;
  }

  /// A tree with a number that is none in JSON, such as `.5`, or annotations with keys that are no
  /// strings: OPA cannot write it, and says so like this.
  public static final class UnwritableTree extends Exception {
    private static final long serialVersionUID = 1L;

    UnwritableTree(String message) {
      super(message);
    }
  }

  private static final class Unwritable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unwritable(String message) {
      super(message, null, false, false);
    }
  }

  /// Whether nodes say where they stand. Comments do always.
  public enum Places {
    OMITTED,
    INCLUDED
  }

  /// @param indent what each level adds; empty for one line
  public static String of(Module module, Places places, String indent) throws UnwritableTree {
    return text(places, indent, json -> json.module(module));
  }

  /// A body; it is an array.
  public static String of(Body body, Places places, String indent) throws UnwritableTree {
    return text(places, indent, json -> json.body(body));
  }

  public static String of(Rule rule, Places places, String indent) throws UnwritableTree {
    return text(places, indent, json -> json.rule(rule));
  }

  public static String of(Term term, Places places, String indent) throws UnwritableTree {
    return text(places, indent, json -> json.term(term));
  }

  /// The terms of a ref; it is an array.
  public static String of(List<Term> terms, Places places, String indent) throws UnwritableTree {
    return text(places, indent, json -> json.terms(terms));
  }

  /// Annotations alone, as `opa inspect` shows them.
  public static String of(Annotations annotations, Places places, String indent)
      throws UnwritableTree {
    return text(places, indent, json -> json.annotations(annotations));
  }

  /// The tree as a value of the language, without places.
  public static Value value(Module module) throws UnwritableTree {
    try {
      return Json.parse(of(module, Places.OMITTED, ""));
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Places places, String indent, Consumer<AstJson> write)
      throws UnwritableTree {
    try {
      return DeepCalls.run(watch -> {
        StringBuilder text = new StringBuilder();
        JsonWriter out = new JsonWriter(text, indent, true);
        write.accept(new AstJson(out, places, watch, new ArrayDeque<>()));
        return text.toString();
      });
    } catch (Unwritable bad) {
      throw new UnwritableTree(Objects.requireNonNullElse(bad.getMessage(), ""));
    }
  }

  private void within(String type, Runnable write) {
    open.addLast(type);
    watch.entered(open.size() * CALLS);
    write.run();
    open.removeLast();
  }

  private void module(Module module) {
    out.beginObject();
    out.name("package").beginObject();
    place("location", module.packageDeclaration().location());
    out.name("path");
    terms(module.packageDeclaration().path().terms());
    out.endObject();
    members("imports", module.imports(), this::importStatement);
    members("annotations", module.annotations(), this::annotations);
    members("rules", module.rules(), this::rule);
    members("comments", module.comments(), this::comment);
    out.endObject();
  }

  /// A list that is left out when it is empty.
  private <T> void members(String name, List<T> items, Consumer<T> write) {
    if (!items.isEmpty()) {
      out.name(name);
      array(items, write);
    }
  }

  private <T> void array(List<T> items, Consumer<T> write) {
    out.beginArray();
    items.forEach(write);
    out.endArray();
  }

  private void importStatement(Module.Import statement) {
    out.beginObject();
    if (statement.alias() != null) {
      out.member("alias", statement.alias().name());
      place("alias_location", statement.alias().location());
    }
    place("location", statement.location());
    out.name("path");
    term(statement.path());
    out.endObject();
  }

  private void comment(Module.Comment comment) {
    out.beginObject();
    out.member("Text", base64(comment.text()));
    out.name("Location");
    location(comment.location(), text(comment));
    out.endObject();
  }

  /// The first comment of a `# METADATA` block has the block's text; one at the end of the text may
  /// have lost the end of its last character.
  private static String text(Module.Comment comment) {
    String text = comment.location().text();
    if (text.indexOf('\n') >= 0) {
      return blockText(comment.location());
    }
    String own = "#" + comment.text();
    return text.startsWith(own) ? text : own;
  }

  private void rule(Rule rule) {
    within("*ast.Rule", () -> ruleMembers(rule));
  }

  private void ruleMembers(Rule rule) {
    out.beginObject();
    members("annotations", rule.annotations(), this::annotations);
    out.name("body");
    body(rule.body());
    if (rule.isDefault()) {
      out.name("default").bool(true);
    }
    if (rule.otherwise() != null) {
      out.name("else");
      rule(rule.otherwise());
    }
    out.name("head");
    within("*ast.Head", () -> head(rule.head()));
    place("location", rule.location());
    out.endObject();
  }

  private void head(Rule.Head head) {
    out.beginObject();
    if (!head.name().isEmpty()) {
      out.member("name", head.name());
    }
    members("args", head.args(), this::term);
    optional("key", head.key());
    optional("value", head.value());
    if (head.assign()) {
      out.name("assign").bool(true);
    }
    out.name("ref");
    terms(head.ref().terms());
    place("location", head.location());
    out.endObject();
  }

  private void optional(String name, @Nullable Term term) {
    if (term != null) {
      out.name(name);
      term(term);
    }
  }

  private void body(Body body) {
    within("ast.Body", () -> array(body.exprs(), this::expr));
  }

  private void expr(Expr expr) {
    within("*ast.Expr", () -> exprMembers(expr));
  }

  private void exprMembers(Expr expr) {
    out.beginObject();
    if (expr.generated()) {
      out.name("generated").bool(true);
    }
    out.member("index", expr.index());
    place("location", expr.location());
    if (expr.negated()) {
      out.name("negated").bool(true);
    }
    out.name("terms");
    form(expr.form());
    members("with", expr.withs(), with -> within("*ast.With", () -> with(with)));
    out.endObject();
  }

  private void form(Expr.Form form) {
    switch (form) {
      case Expr.Single single -> term(single.term());
      case Expr.Call call -> terms(call.terms());
      case Expr.Some some -> within("*ast.SomeDecl", () -> some(some));
      case Expr.Every every -> within("*ast.Every", () -> every(every));
      case Expr.Not not -> within("*ast.Not", () -> not(not));
      case Expr.And and ->
          within(
              "*ast.LogicalAnd",
              () ->
                  logical("and", and.left(), and.right(), and.explicitLeft(), and.explicitRight()));
      case Expr.Or or ->
          within(
              "*ast.LogicalOr",
              () -> logical("or", or.left(), or.right(), or.explicitLeft(), or.explicitRight()));
    }
  }

  private void some(Expr.Some some) {
    out.beginObject();
    place("location", some.location());
    out.name("symbols");
    terms(some.symbols());
    out.endObject();
  }

  private void not(Expr.Not not) {
    out.beginObject();
    out.name("body");
    body(not.body());
    out.name("explicit_body").bool(not.explicit());
    out.member("type", "not").endObject();
  }

  private void every(Expr.Every every) {
    out.beginObject();
    out.name("body");
    body(every.body());
    out.name("domain");
    term(every.domain());
    out.name("key");
    if (every.key() == null) {
      out.nul();
    } else {
      term(every.key());
    }
    place("location", every.location());
    out.name("value");
    term(every.value());
    out.endObject();
  }

  private void logical(
      String type, Body left, Body right, boolean explicitLeft, boolean explicitRight) {
    out.beginObject();
    if (explicitLeft) {
      out.name("explicit_lhs").bool(true);
    }
    if (explicitRight) {
      out.name("explicit_rhs").bool(true);
    }
    out.name("lhs");
    body(left);
    out.name("rhs");
    body(right);
    out.member("type", type).endObject();
  }

  private void with(Expr.With with) {
    out.beginObject();
    place("location", with.location());
    out.name("target");
    term(with.target());
    out.name("value");
    term(with.value());
    out.endObject();
  }

  private void terms(List<Term> terms) {
    array(terms, this::term);
  }

  private void term(Term term) {
    within("*ast.Term", () -> termMembers(term));
  }

  private void termMembers(Term term) {
    out.beginObject();
    place("location", term.location());
    out.member("type", Nodes.kind(term));
    out.name("value");
    valueOf(term);
    out.endObject();
  }

  private void valueOf(Term term) {
    switch (term) {
      case Term.Scalar t when t.value() instanceof NullValue -> out.beginObject().endObject();
      case Term.Scalar t when t.value() instanceof NumberValue number -> number(number);
      case Term.Scalar t -> out.value(t.value());
      case Term.Var t -> out.string(t.name());
      case Term.Ref t -> terms(t.terms());
      case Term.ArrayTerm t -> within("*ast.Array", () -> terms(t.items()));
      case Term.SetTerm t -> within("*ast.set", () -> terms(Terms.sorted(t)));
      case Term.ObjectTerm t ->
          within(
              "*ast.object",
              () -> array(Terms.sorted(t), entry -> terms(List.of(entry.key(), entry.value()))));
      case Term.Call t -> terms(t.terms());
      case Term.ArrayComprehension t -> comprehension(t.term(), t.body());
      case Term.SetComprehension t -> comprehension(t.term(), t.body());
      case Term.ObjectComprehension t -> {
        out.beginObject().name("key");
        term(t.key());
        out.name("value");
        term(t.value());
        out.name("body");
        body(t.body());
        out.endObject();
      }
      case Term.TemplateString t -> {
        out.beginObject().name("parts");
        if (t.parts().isEmpty()) {
          out.nul();
        } else {
          array(t.parts(), this::part);
        }
        out.name("multi_line").bool(t.multiLine()).endObject();
      }
    }
  }

  private void number(NumberValue number) {
    String digits = number.text();
    if (digits.startsWith(".") || digits.startsWith("-.")) {
      open.addLast("ast.Number");
      StringBuilder message = new StringBuilder();
      open.forEach(type ->
          message.append("json: error calling MarshalJSON for type ").append(type).append(": "));
      throw new Unwritable(message + "json: invalid number literal \"" + digits + "\"");
    }
    out.raw(digits);
  }

  private void comprehension(Term term, Body body) {
    out.beginObject().name("term");
    term(term);
    out.name("body");
    body(body);
    out.endObject();
  }

  private void part(Term.TemplateString.Part part) {
    switch (part) {
      case Term.TemplateString.Text text -> term(text.string());
      case Term.TemplateString.Embedded embedded -> expr(embedded.expr());
    }
  }

  private void annotations(Annotations annotations) {
    out.beginObject();
    members("authors", annotations.authors(), this::author);
    if (annotations.compile() instanceof ObjectValue compile) {
      out.name("compile");
      compile(compile);
    }
    object("custom", annotations.custom());
    text("description", annotations.description());
    if (annotations.entrypoint()) {
      out.name("entrypoint").bool(true);
    }
    object("labels", annotations.labels());
    if (places == Places.INCLUDED) {
      out.name("location");
      location(annotations.location(), blockText(annotations.location()));
    }
    members("organizations", annotations.organizations(), out::string);
    members("related_resources", annotations.relatedResources(), this::resource);
    members("schemas", annotations.schemas(), this::schema);
    out.member("scope", annotations.scope());
    text("title", annotations.title());
    out.endObject();
  }

  private void text(String name, String text) {
    if (!text.isEmpty()) {
      out.member(name, text);
    }
  }

  private void object(String name, @Nullable ObjectValue object) {
    if (object != null && object.size() > 0) {
      if (!Annotations.isJson(object)) {
        throw new Unwritable(
            "json: error calling MarshalJSON for type *ast.Annotations: "
                + "json: unsupported type: map[interface {}]interface {}");
      }
      out.name(name).value(object);
    }
  }

  private void author(Annotations.Author author) {
    out.beginObject().member("name", author.name());
    text("email", author.email());
    out.endObject();
  }

  private void resource(Annotations.RelatedResource resource) {
    out.beginObject();
    text("description", resource.description());
    out.member("ref", resource.ref()).endObject();
  }

  /// The path's terms have no places: they were read apart from the module.
  private void schema(Annotations.SchemaAnnotation schema) {
    out.beginObject().name("path");
    new AstJson(out, Places.OMITTED, watch, open).terms(schema.path().terms());
    if (schema.schema() != null) {
      out.name("schema");
      terms(schema.schema().terms());
    }
    if (schema.definition() != null) {
      out.name("definition").value(schema.definition());
    }
    out.endObject();
  }

  private void compile(ObjectValue compile) {
    out.beginObject();
    if (compile.get(StringValue.of("unknowns")) instanceof ArrayValue unknowns
        && unknowns.size() > 0) {
      out.name("unknowns").beginArray();
      unknowns.forEach(this::refOf);
      out.endArray();
    }
    if (compile.get(StringValue.of("mask_rule")) instanceof StringValue mask) {
      out.name("mask_rule");
      refOf(mask);
    }
    out.endObject();
  }

  /// A text that was found to be a ref, or a single name, when the annotations were read.
  private void refOf(Value text) {
    Term term =
        text instanceof StringValue string
            ? Parser.term(new SourceFile("", string.text()), PLAIN).tree()
            : null;
    switch (term) {
      case null -> out.nul();
      case Term.Ref ref -> terms(ref.terms());
      case Term other -> terms(List.of(other));
    }
  }

  private void place(String name, Location location) {
    if (places == Places.INCLUDED && location != Location.NONE) {
      out.name(name);
      location(location, null);
    }
  }

  private void location(Location location, @Nullable String text) {
    out.beginObject();
    out.member("file", location.file());
    out.member("row", location.row());
    out.member("col", location.column());
    String shown = text == null ? location.text() : text;
    if (places == Places.INCLUDED && !shown.isEmpty()) {
      out.member("text", base64(shown));
    }
    out.endObject();
  }

  /// A `# METADATA` block as OPA has its text: one space behind each `#`.
  private static String blockText(Location block) {
    StringBuilder text = new StringBuilder("# METADATA");
    block.text().lines().skip(1).forEach(line -> text.append("\n# ").append(comment(line)));
    return text.toString();
  }

  private static String comment(String line) {
    String text = line.substring(1);
    return text.startsWith(" ") ? text.substring(1) : text;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(Utf8.encode(text));
  }
}
