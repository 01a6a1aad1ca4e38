package ms.continuu.attest.rego.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.rego.builtin.BuiltinRegistry;
import ms.continuu.attest.rego.ir.Block;
import ms.continuu.attest.rego.ir.BuiltinTarget;
import ms.continuu.attest.rego.ir.Callable;
import ms.continuu.attest.rego.ir.DocumentNode;
import ms.continuu.attest.rego.ir.IndexPlace;
import ms.continuu.attest.rego.ir.IndexTest;
import ms.continuu.attest.rego.ir.Layout;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.Program;
import ms.continuu.attest.rego.ir.Query;
import ms.continuu.attest.rego.ir.RuleCode;
import ms.continuu.attest.rego.ir.RuleIndex;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.ir.Statement;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Reads an image. The rules of a set are read when they are first asked for.
///
/// What it was made from is not in it: its programs cannot be traced, and their faults have places
/// but no texts.
public final class ImageReader {
  private static final IndexPlace.Root[] ROOTS = IndexPlace.Root.values();
  private static final Operand.Comprehension.Kind[] KINDS = Operand.Comprehension.Kind.values();

  private final byte[] bytes;
  private final ImageInput.Texts texts;
  private final BuiltinTarget[] builtins;
  private final RuleSet[] sets;
  private final DocumentNode[] nodes;
  private final Query query;

  /// A program and the query that came with it.
  public record Image(Program program, Query query) {}

  private ImageReader(byte[] bytes, BuiltinRegistry registry) {
    this.bytes = bytes;
    ImageInput in = new ImageInput(bytes, 0, new ImageInput.Texts(new String[0]));
    if (in.number() != ImageTags.FORM) {
      throw new IllegalStateException("an image of another form");
    }
    String[] all = new String[in.number()];
    for (int i = 0; i < all.length; i++) {
      char[] text = new char[in.number()];
      for (int c = 0; c < text.length; c++) {
        text[c] = (char) in.number();
      }
      all[i] = new String(text);
    }
    texts = new ImageInput.Texts(all);
    in = new ImageInput(bytes, in.position(), texts);
    builtins = new BuiltinTarget[in.number()];
    for (int i = 0; i < builtins.length; i++) {
      String name = in.text();
      builtins[i] =
          new BuiltinTarget(
              name, in.number(), in.flag(), in.flag(), in.flag() ? registry.get(name) : null);
    }
    sets = new RuleSet[in.number()];
    int[] lengths = new int[sets.length];
    int[] starts = new int[sets.length];
    for (int i = 0; i < sets.length; i++) {
      int number = i;
      sets[i] =
          new RuleSet(
              i,
              in.values(),
              in.number() - 1,
              in.flag(),
              in.flag(),
              in.text(),
              set -> new Section(starts[number]).rules());
      lengths[i] = in.number();
    }
    nodes = tree(in);
    Section section = new Section(in.position());
    query = section.query();
    int next = section.in.position();
    for (int i = 0; i < sets.length; i++) {
      starts[i] = next;
      next += lengths[i];
    }
  }

  /// The program and query of an image.
  ///
  /// @throws RuntimeException when the bytes are no image
  public static Image read(byte[] bytes, BuiltinRegistry builtins) {
    ImageReader reader = new ImageReader(bytes, builtins);
    return new Image(new Program(reader.nodes[0], List.of(reader.sets)), reader.query);
  }

  private DocumentNode[] tree(ImageInput in) {
    DocumentNode[] all = new DocumentNode[in.number()];
    int[][] children = new int[all.length][];
    for (int i = 0; i < all.length; i++) {
      all[i] = new DocumentNode(in.value(), in.flag());
      int rules = in.number();
      if (rules > 0) {
        all[i].define(sets[rules - 1]);
      }
      children[i] = new int[in.number()];
      for (int c = 0; c < children[i].length; c++) {
        children[i][c] = in.number();
      }
    }
    for (int i = 0; i < all.length; i++) {
      DocumentNode[] below = new DocumentNode[children[i].length];
      for (int c = 0; c < below.length; c++) {
        below[c] = all[children[i][c]];
      }
      all[i].adopt(below);
    }
    return all;
  }

  /// One part of the image, read from its start.
  private final class Section {
    /// Stands where the body, expression or rule stood that something was made from.
    private static final Object ORIGIN = "image";

    private final ImageInput in;

    Section(int start) {
      in = new ImageInput(bytes, start, texts);
    }

    RuleSet.Rules rules() {
      RuleCode[][] chains = new RuleCode[in.number()][];
      for (int i = 0; i < chains.length; i++) {
        chains[i] = new RuleCode[in.number()];
        for (int k = 0; k < chains[i].length; k++) {
          chains[i][k] = rule();
        }
      }
      RuleCode fallback = in.flag() ? rule() : null;
      return new RuleSet.Rules(chains, fallback, index(chains, fallback));
    }

    private RuleCode rule() {
      return new RuleCode(
          operands(),
          operands(),
          operand(),
          operand(),
          in.flag() ? in.value() : null,
          in.flag(),
          block(),
          layout(),
          ORIGIN,
          in.location(),
          in.location());
    }

    private RuleIndex index(RuleCode[][] chains, @Nullable RuleCode fallback) {
      List<RuleIndex.Level> levels = new ArrayList<>();
      for (int left = in.number(); left > 0; left--) {
        levels.add(new RuleIndex.Level(place(), in.texts()));
      }
      List<RuleIndex.Needs> needs = new ArrayList<>();
      for (int left = in.number(); left > 0; left--) {
        needs.add(needs());
      }
      return new RuleIndex(chains, fallback, levels, needs);
    }

    private RuleIndex.Needs needs() {
      List<@Nullable IndexTest[]> paths = new ArrayList<>();
      for (int left = in.number(); left > 0; left--) {
        @Nullable IndexTest[] path = new IndexTest[in.number()];
        for (int i = 0; i < path.length; i++) {
          path[i] = in.flag() ? test() : null;
        }
        paths.add(path);
      }
      List<IndexPlace> defined = new ArrayList<>();
      for (int left = in.number(); left > 0; left--) {
        defined.add(place());
      }
      List<RuleIndex.Membership> memberships = new ArrayList<>();
      for (int left = in.number(); left > 0; left--) {
        memberships.add(new RuleIndex.Membership(place(), place()));
      }
      return new RuleIndex.Needs(paths, defined, memberships);
    }

    private IndexPlace place() {
      return new IndexPlace(ROOTS[in.number()], in.values(), in.number());
    }

    private IndexTest test() {
      boolean anything = in.flag();
      Set<Value> equal = Set.of(in.values());
      List<@Nullable Value[]> arrays = new ArrayList<>();
      for (int left = in.number(); left > 0; left--) {
        @Nullable Value[] pattern = new Value[in.number()];
        for (int i = 0; i < pattern.length; i++) {
          pattern[i] = in.flag() ? in.value() : null;
        }
        arrays.add(pattern);
      }
      return new IndexTest(anything, equal, arrays, in.texts(), in.texts(), Set.of(in.values()));
    }

    Query query() {
      Block block = block();
      Layout layout = layout();
      List<Query.Result> results = new ArrayList<>();
      for (int left = in.number(); left > 0; left--) {
        results.add(new Query.Result(operand(), in.text(), in.location()));
      }
      List<@Nullable String> names = new ArrayList<>();
      for (int left = in.number(); left > 0; left--) {
        names.add(in.flag() ? in.text() : null);
      }
      return new Query(block, layout, results, names);
    }

    private Layout layout() {
      Layout layout = new Layout();
      for (int left = in.number(); left > 0; left--) {
        layout.add(in.text());
      }
      return layout;
    }

    private Block block() {
      Statement[] statements = new Statement[in.number()];
      for (int i = 0; i < statements.length; i++) {
        Statement.Operation operation = operation();
        Statement.Modifier[] modifiers = new Statement.Modifier[in.number()];
        for (int k = 0; k < modifiers.length; k++) {
          modifiers[k] = modifier();
        }
        statements[i] = new Statement(operation, modifiers, ORIGIN, in.location());
      }
      return new Block(statements, ORIGIN);
    }

    private Statement.Operation operation() {
      int tag = in.number();
      return switch (tag) {
        case ImageTags.UNIFY -> new Statement.Unify(some(), some());
        case ImageTags.TEST -> new Statement.Test(some());
        case ImageTags.CALL_BUILTIN ->
            new Statement.CallBuiltin(builtins[in.number()], operands(), operand());
        case ImageTags.CALL_FUNCTION ->
            new Statement.CallFunction(sets[in.number()], operands(), operand());
        case ImageTags.NEGATION -> new Statement.Negation(block());
        case ImageTags.NOT_BODY -> new Statement.NotBody(block());
        case ImageTags.BOTH -> new Statement.Both(block(), block());
        case ImageTags.EITHER -> new Statement.Either(block(), block());
        case ImageTags.EVERY -> new Statement.Every(some(), block(), block());
        default -> throw new IllegalStateException("no operation has the tag " + tag);
      };
    }

    private Statement.Modifier modifier() {
      int tag = in.number();
      return switch (tag) {
        case ImageTags.REPLACE_INPUT -> new Statement.Modifier.ReplaceInput(in.values(), some());
        case ImageTags.REPLACE_DATA -> new Statement.Modifier.ReplaceData(in.values(), some());
        case ImageTags.REPLACE_BY_VALUE ->
            new Statement.Modifier.ReplaceFunction(
                callable(), new Statement.Replacement.ByValue(some()));
        case ImageTags.REPLACE_BY_CALLABLE ->
            new Statement.Modifier.ReplaceFunction(
                callable(), new Statement.Replacement.ByCallable(callable()));
        default -> throw new IllegalStateException("no modifier has the tag " + tag);
      };
    }

    private Callable callable() {
      return in.flag() ? builtins[in.number()] : sets[in.number()];
    }

    private Operand[] operands() {
      Operand[] operands = new Operand[in.number()];
      for (int i = 0; i < operands.length; i++) {
        operands[i] = some();
      }
      return operands;
    }

    private Operand some() {
      Operand operand = operand();
      if (operand == null) {
        throw new IllegalStateException("an operand is missing");
      }
      return operand;
    }

    private @Nullable Operand operand() {
      int tag = in.number();
      return switch (tag) {
        case ImageTags.ABSENT -> null;
        case ImageTags.CONSTANT -> new Operand.Constant(in.value());
        case ImageTags.LOCAL -> new Operand.Local(in.number());
        case ImageTags.ARRAY_OF -> new Operand.ArrayOf(operands());
        case ImageTags.SET_OF -> new Operand.SetOf(operands());
        case ImageTags.OBJECT_OF -> new Operand.ObjectOf(operands(), operands());
        case ImageTags.INPUT_REFERENCE -> new Operand.InputReference(operands());
        case ImageTags.LOCAL_REFERENCE -> {
          Operand head = operand();
          yield new Operand.LocalReference(head instanceof Operand.Local l ? l : null, operands());
        }
        case ImageTags.DATA_REFERENCE -> data();
        case ImageTags.COMPREHENSION -> comprehension();
        default -> throw new IllegalStateException("no operand has the tag " + tag);
      };
    }

    private Operand data() {
      Operand[] path = operands();
      Value @Nullable [] constant = in.flag() ? in.values() : null;
      int end = in.number();
      int node = in.number();
      int rules = in.number();
      return new Operand.DataReference(
          path,
          constant,
          end,
          node == 0 ? null : nodes[node - 1],
          rules == 0 ? null : sets[rules - 1]);
    }

    private Operand comprehension() {
      Operand.Comprehension.Kind kind = KINDS[in.number()];
      Operand key = operand();
      Operand value = some();
      Block body = block();
      Layout layout = layout();
      List<Operand.Local> keys = new ArrayList<>();
      for (int left = in.number(); left > 0; left--) {
        keys.add(new Operand.Local(in.number()));
      }
      Location place = in.location();
      return new Operand.Comprehension(kind, key, value, body, layout, keys, place);
    }
  }
}
