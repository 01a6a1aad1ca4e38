package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Annotations as terms, as `rego.metadata.chain()` and `rego.metadata.rule()` give them.
final class MetadataTerms {
  private MetadataTerms() {}

  static Term chain(List<AnnotationSet.Entry> chain, Location location) {
    List<Term> links = new ArrayList<>();
    for (AnnotationSet.Entry link : chain) {
      List<Term.Entry> entries = new ArrayList<>();
      List<Term> path = link.path().subList(1, link.path().size());
      entries.add(entry("path", path(path)));
      if (link.annotations() != null) {
        entries.add(entry("annotations", of(link.annotations(), Location.NONE)));
      }
      links.add(new Term.ObjectTerm(entries, Location.NONE));
    }
    return new Term.ArrayTerm(links, location);
  }

  static Term of(@Nullable Annotations annotations, Location location) {
    List<Term.Entry> entries = new ArrayList<>();
    if (annotations != null) {
      addText(entries, "scope", annotations.scope());
      addText(entries, "title", annotations.title());
      if (annotations.entrypoint()) {
        entries.add(entry("entrypoint", scalar(BooleanValue.TRUE)));
      }
      addText(entries, "description", annotations.description());
      addAll(entries, "organizations", annotations.organizations(), MetadataTerms::text);
      addAll(
          entries,
          "related_resources",
          annotations.relatedResources(),
          resource -> pair("ref", resource.ref(), "description", resource.description()));
      addAll(
          entries,
          "authors",
          annotations.authors(),
          author -> pair("name", author.name(), "email", author.email()));
      addAll(entries, "schemas", annotations.schemas(), MetadataTerms::schema);
      addObject(entries, "custom", annotations.custom());
      addObject(entries, "labels", annotations.labels());
    }
    return new Term.ObjectTerm(entries, location);
  }

  private static void addText(List<Term.Entry> entries, String name, String text) {
    if (!text.isEmpty()) {
      entries.add(entry(name, text(text)));
    }
  }

  private static <T> void addAll(
      List<Term.Entry> entries, String name, List<T> items, Function<T, Term> term) {
    if (!items.isEmpty()) {
      entries.add(
          entry(name, new Term.ArrayTerm(items.stream().map(term).toList(), Location.NONE)));
    }
  }

  private static void addObject(
      List<Term.Entry> entries, String name, @Nullable ObjectValue object) {
    if (object != null && object.size() > 0) {
      entries.add(entry(name, of(object)));
    }
  }

  private static Term pair(String name, String text, String otherName, String otherText) {
    List<Term.Entry> entries = new ArrayList<>();
    addText(entries, name, text);
    addText(entries, otherName, otherText);
    return new Term.ObjectTerm(entries, Location.NONE);
  }

  private static Term schema(Annotations.SchemaAnnotation schema) {
    List<Term.Entry> entries = new ArrayList<>();
    entries.add(entry("path", path(schema.path().terms())));
    Term.Ref ref = schema.schema();
    if (ref != null) {
      entries.add(entry("schema", path(ref.terms())));
    }
    Value definition = schema.definition();
    if (definition != null) {
      entries.add(entry("definition", of(definition)));
    }
    return new Term.ObjectTerm(entries, Location.NONE);
  }

  private static Term path(List<Term> path) {
    List<Term> parts = new ArrayList<>();
    for (Term part : path) {
      boolean string = part instanceof Term.Scalar s && s.value() instanceof StringValue;
      parts.add(string ? part : text(TermText.of(part)));
    }
    return new Term.ArrayTerm(parts, Location.NONE);
  }

  private static Term.Entry entry(String name, Term value) {
    return new Term.Entry(text(name), value);
  }

  private static Term text(String text) {
    return scalar(StringValue.of(text));
  }

  private static Term scalar(Value value) {
    return new Term.Scalar(value, Location.NONE);
  }

  /// A value as a term.
  static Term of(Value value) {
    return switch (value) {
      case ArrayValue array ->
          new Term.ArrayTerm(
              array.asList().stream().map(MetadataTerms::of).toList(), Location.NONE);
      case SetValue set -> {
        List<Term> items = new ArrayList<>();
        set.forEach(item -> items.add(of(item)));
        yield new Term.SetTerm(items, Location.NONE);
      }
      case ObjectValue object -> {
        List<Term.Entry> entries = new ArrayList<>();
        for (int i = 0; i < object.size(); i++) {
          entries.add(new Term.Entry(of(object.keyAt(i)), of(object.valueAt(i))));
        }
        yield new Term.ObjectTerm(entries, Location.NONE);
      }
      default -> scalar(value);
    };
  }
}
