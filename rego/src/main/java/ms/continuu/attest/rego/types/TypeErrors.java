package ms.continuu.attest.rego.types;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.types.Type.ArrayOf;
import ms.continuu.attest.rego.types.Type.Function;
import ms.continuu.attest.rego.types.Type.ObjectOf;
import ms.continuu.attest.rego.types.Type.SetOf;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Diagnostic.Fact;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The errors of the type checker, with OPA's messages and details.
public final class TypeErrors {
  /// The code of all of them.
  public static final String CODE = "rego_type_error";

  private static final Pattern GENERATED = Pattern.compile("__local[0-9]+__");
  private static final String MATCH_ERROR_PAGE =
      "https://www.openpolicyagent.org/docs/errors/rego-type-error/match-error";

  private TypeErrors() {}

  /// By place, then by all of the text.
  public static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic d) -> d.location() == null)
          .thenComparing(d -> place(d).file())
          .thenComparingInt(d -> place(d).row())
          .thenComparingInt(d -> place(d).column())
          .thenComparing(
              d -> d.code() + ": " + d.message() + "\n\t" + String.join("\n\t", d.details()));

  private static Location place(Diagnostic diagnostic) {
    return Objects.requireNonNullElse(diagnostic.location(), Location.NONE);
  }

  /// An error without details.
  public static Diagnostic plain(String message, Location location) {
    return Diagnostic.error(CODE, message, location.row() == 0 ? null : location);
  }

  /// `f: message`, with what operands were given and what the function takes.
  ///
  /// @param want its operands are all that may be given; the result is not looked at
  public static Diagnostic arguments(
      String function,
      String message,
      Location location,
      List<? extends @Nullable Type> have,
      Function want) {
    ObjectValue.Builder wanted = ObjectValue.builder();
    if (!want.args().isEmpty()) {
      wanted.put("args", TypeJson.write(want.args()));
    }
    if (want.variadic() != null) {
      wanted.put("variadic", TypeJson.write(want.variadic()));
    }
    return plain(function + ": " + message, location)
        .with(
            argumentLines(have, want),
            List.of(new Fact("have", TypeJson.write(have)), new Fact("want", wanted.build())));
  }

  private static List<String> argumentLines(List<? extends @Nullable Type> have, Function want) {
    String given = "have: " + TypeText.list(have);
    String wanted = "want: " + TypeText.operands(want);
    if (!TypeElision.tooWide(given) && !TypeElision.tooWide(wanted)) {
      return List.of(given, wanted);
    }
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < Math.max(have.size(), want.arity()); i++) {
      if (i >= want.arity()) {
        left.add(TypeElision.brief(have.get(i)));
      } else if (i >= have.size()) {
        right.add(TypeElision.brief(want.args().get(i)));
      } else {
        Type a = have.get(i);
        Type b = want.args().get(i);
        boolean fits = Unification.unifies(Types.unnamed(a), Types.unnamed(b));
        TypeElision.Pair pair =
            fits
                ? new TypeElision.Pair(TypeElision.brief(a), TypeElision.brief(b))
                : TypeElision.differences(a, b);
        left.add(pair.left());
        right.add(pair.right());
      }
    }
    if (want.variadic() != null) {
      right.add(TypeElision.brief(want.variadic()) + "...");
    }
    return List.of(
        "have: (" + String.join(", ", left) + ")", "want: (" + String.join(", ", right) + ")");
  }

  /// Two terms that can never be equal.
  static Diagnostic match(Location location, @Nullable Type left, @Nullable Type right) {
    return plain("match error", location)
        .with(
            matchLines(left, right),
            List.of(new Fact("a", TypeJson.write(left)), new Fact("b", TypeJson.write(right))));
  }

  private static List<String> matchLines(@Nullable Type left, @Nullable Type right) {
    String leftLine = "left  : " + TypeText.of(left);
    String rightLine = "right : " + TypeText.of(right);
    if (TypeElision.tooWide(leftLine) || TypeElision.tooWide(rightLine)) {
      TypeElision.Pair pair = TypeElision.differences(left, right);
      leftLine = "left  : " + pair.left();
      rightLine = "right : " + pair.right();
    }
    Type a = Types.unnamed(left);
    Type b = Types.unnamed(right);
    String kind =
        a instanceof ObjectOf && b instanceof ObjectOf
            ? "objects"
            : a instanceof ArrayOf && b instanceof ArrayOf
                ? "arrays"
                : a instanceof SetOf && b instanceof SetOf ? "sets" : "";
    if (kind.isEmpty()) {
      return List.of(leftLine, rightLine);
    }
    return List.of(
        leftLine,
        rightLine,
        "hint  : both sides are "
            + kind
            + " but their types differ, so they can never be equal (see "
            + MATCH_ERROR_PAGE
            + ")");
  }

  /// A ref into a value without parts, or to a function.
  static Diagnostic unsupportedRef(
      Location location, List<Term> ref, int position, @Nullable Type have) {
    String message = "undefined ref: " + TermText.ofRef(ref);
    if (have instanceof Function) {
      boolean parameter = GENERATED.matcher(TermText.of(ref.getLast())).find();
      List<Term> function = parameter ? ref.subList(0, ref.size() - 1) : ref;
      message = "function " + TermText.ofRef(function) + " used as reference, not called";
    }
    return plain(message, location)
        .with(
            List.of(
                TermText.ofRef(ref),
                "^".repeat(bytes(TermText.ofRef(ref.subList(0, position + 1)))),
                "have: " + TypeText.of(have)),
            List.of(
                TermJson.fact(ref),
                new Fact("pos", NumberValue.of(position)),
                new Fact("have", TypeJson.write(have))));
  }

  /// A ref with a part that cannot be there.
  ///
  /// @param have the type of that part when it is not constant
  /// @param want the type it would need
  /// @param oneOf the keys that are there
  static Diagnostic invalidRef(
      Location location,
      List<Term> ref,
      int position,
      @Nullable Type have,
      @Nullable Type want,
      @Nullable List<Term> oneOf) {
    String pad = " ".repeat(bytes(TermText.ofRef(ref.subList(0, position))) + 1);
    List<String> lines = new ArrayList<>();
    lines.add(TermText.ofRef(ref));
    lines.add(pad + "^");
    lines.add(
        have != null
            ? pad + "have (type): " + TypeText.of(have)
            : pad + "have: " + TermText.of(ref.get(position)));
    if (oneOf != null && !oneOf.isEmpty()) {
      lines.add(
          pad
              + "want (one of): ["
              + String.join(" ", oneOf.stream().map(TermText::of).toList())
              + "]");
    } else if (want == null) {
      lines.add(pad + "want (one of): []");
    } else {
      lines.add(pad + "want (type): " + TypeText.of(want));
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(TermJson.fact(ref));
    facts.add(new Fact("pos", NumberValue.of(position)));
    if (have != null) {
      facts.add(new Fact("have", TypeJson.write(have)));
    }
    facts.add(new Fact("want", TypeJson.write(want)));
    Value choices =
        oneOf == null ? NullValue.NULL : ArrayValue.of(oneOf.stream().map(TermJson::bare).toList());
    facts.add(new Fact("oneOf", choices));
    return plain("undefined ref: " + TermText.ofRef(ref), location).with(lines, facts);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
