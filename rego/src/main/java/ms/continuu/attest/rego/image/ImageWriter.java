package ms.continuu.attest.rego.image;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Writes a program and a query as an image: all its texts, its built-ins, the heads of its rule
/// sets with the places of their rules, the tree of documents, the query, the rules.
public final class ImageWriter {
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Map<BuiltinTarget, Integer> builtins = new LinkedHashMap<>();
  private final IdentityHashMap<DocumentNode, Integer> nodes = new IdentityHashMap<>();
  private ImageOutput out = new ImageOutput(texts);

  private ImageWriter() {}

  /// The image. Plans every rule.
  public static byte[] write(Program program, Query query) {
    return new ImageWriter().image(program, query);
  }

  private byte[] image(Program program, Query query) {
    List<DocumentNode> order = new ArrayList<>();
    number(program.root(), order);
    List<byte[]> rules = new ArrayList<>();
    for (RuleSet set : program.ruleSets()) {
      out = new ImageOutput(texts);
      rules(set.rules());
      rules.add(out.bytes());
    }
    out = new ImageOutput(texts);
    query(query);
    byte[] queryBytes = out.bytes();
    out = new ImageOutput(texts);
    out.number(program.ruleSets().size());
    for (int i = 0; i < rules.size(); i++) {
      head(program.ruleSets().get(i));
      out.number(rules.get(i).length);
    }
    tree(order);
    byte[] heads = out.bytes();
    out = new ImageOutput(texts);
    out.number(builtins.size());
    builtins.keySet().forEach(this::builtin);
    byte[] builtinBytes = out.bytes();
    return assembled(List.of(builtinBytes, heads, queryBytes), rules);
  }

  private byte[] assembled(List<byte[]> parts, List<byte[]> rules) {
    ImageOutput image = new ImageOutput(new LinkedHashMap<>());
    image.number(ImageTags.FORM);
    image.number(texts.size());
    for (String text : texts.keySet()) {
      // As UTF-16, as texts may hold bytes that are no UTF-8.
      image.number(text.length());
      text.chars().forEach(image::number);
    }
    parts.forEach(image::raw);
    rules.forEach(image::raw);
    return image.bytes();
  }

  private void number(DocumentNode node, List<DocumentNode> order) {
    nodes.put(node, order.size());
    order.add(node);
    for (DocumentNode child : node.sorted()) {
      number(child, order);
    }
  }

  private void tree(List<DocumentNode> order) {
    out.number(order.size());
    for (DocumentNode node : order) {
      out.value(node.key());
      out.flag(node.hidden());
      out.number(node.rules() == null ? 0 : node.rules().id() + 1);
      out.number(node.sorted().length);
      for (DocumentNode child : node.sorted()) {
        out.number(numberOf(child));
      }
    }
  }

  private void builtin(BuiltinTarget target) {
    out.text(target.name());
    out.number(target.arity());
    out.flag(target.hasResult());
    out.flag(target.relation());
    out.flag(target.behaviour() != null);
  }

  private void head(RuleSet set) {
    out.values(set.path());
    out.number(set.arity() + 1);
    out.flag(set.multiValue());
    out.flag(set.groundHeads());
    out.text(set.text());
  }

  private void rules(RuleSet.Rules rules) {
    out.number(rules.chains().length);
    for (RuleCode[] chain : rules.chains()) {
      out.number(chain.length);
      for (RuleCode rule : chain) {
        rule(rule);
      }
    }
    out.flag(rules.fallback() != null);
    if (rules.fallback() != null) {
      rule(rules.fallback());
    }
    index(rules.index());
  }

  private void rule(RuleCode rule) {
    operands(rule.path());
    operands(rule.arguments());
    operand(rule.key());
    operand(rule.value());
    out.flag(rule.constantValue() != null);
    if (rule.constantValue() != null) {
      out.value(rule.constantValue());
    }
    out.flag(rule.complete());
    block(rule.body());
    layout(rule.layout());
    out.location(rule.location());
    out.location(rule.headLocation());
  }

  private void index(RuleIndex index) {
    out.number(index.levels().size());
    for (RuleIndex.Level level : index.levels()) {
      place(level.place());
      out.texts(level.delimiters());
    }
    out.number(index.needs().size());
    for (RuleIndex.Needs needs : index.needs()) {
      out.number(needs.paths().size());
      for (@Nullable IndexTest[] path : needs.paths()) {
        out.number(path.length);
        for (IndexTest test : path) {
          test(test);
        }
      }
      out.number(needs.defined().size());
      needs.defined().forEach(this::place);
      out.number(needs.memberships().size());
      for (RuleIndex.Membership membership : needs.memberships()) {
        place(membership.key());
        place(membership.collection());
      }
    }
  }

  private void place(IndexPlace place) {
    out.number(place.root().ordinal());
    out.values(place.path());
    out.number(place.argument());
  }

  private void test(@Nullable IndexTest test) {
    out.flag(test != null);
    if (test == null) {
      return;
    }
    out.flag(test.anything());
    out.values(test.equal().toArray(Value[]::new));
    out.number(test.arrays().size());
    for (@Nullable Value[] pattern : test.arrays()) {
      out.number(pattern.length);
      for (Value item : pattern) {
        out.flag(item != null);
        if (item != null) {
          out.value(item);
        }
      }
    }
    out.texts(test.prefixes());
    out.texts(test.suffixes());
    out.values(test.members().toArray(Value[]::new));
  }

  private void query(Query query) {
    block(query.block());
    layout(query.layout());
    out.number(query.results().size());
    for (Query.Result result : query.results()) {
      operand(result.value());
      out.text(result.text());
      out.location(result.location());
    }
    out.number(query.names().size());
    for (String name : query.names()) {
      out.flag(name != null);
      if (name != null) {
        out.text(name);
      }
    }
  }

  private void layout(Layout layout) {
    out.number(layout.size());
    for (int slot = 0; slot < layout.size(); slot++) {
      out.text(layout.name(slot));
    }
  }

  private void block(Block block) {
    out.number(block.statements().length);
    for (Statement statement : block.statements()) {
      operation(statement.operation());
      out.number(statement.modifiers().length);
      for (Statement.Modifier modifier : statement.modifiers()) {
        modifier(modifier);
      }
      out.location(statement.location());
    }
  }

  private void operation(Statement.Operation operation) {
    switch (operation) {
      case Statement.Unify unify -> {
        out.number(ImageTags.UNIFY);
        operand(unify.left());
        operand(unify.right());
      }
      case Statement.Test test -> {
        out.number(ImageTags.TEST);
        operand(test.operand());
      }
      case Statement.CallBuiltin call -> {
        out.number(ImageTags.CALL_BUILTIN);
        out.number(numberOf(call.target()));
        operands(call.arguments());
        operand(call.output());
      }
      case Statement.CallFunction call -> {
        out.number(ImageTags.CALL_FUNCTION);
        out.number(call.target().id());
        operands(call.arguments());
        operand(call.output());
      }
      case Statement.Negation negation -> {
        out.number(ImageTags.NEGATION);
        block(negation.block());
      }
      case Statement.NotBody not -> {
        out.number(ImageTags.NOT_BODY);
        block(not.block());
      }
      case Statement.Both both -> {
        out.number(ImageTags.BOTH);
        block(both.left());
        block(both.right());
      }
      case Statement.Either either -> {
        out.number(ImageTags.EITHER);
        block(either.left());
        block(either.right());
      }
      case Statement.Every every -> {
        out.number(ImageTags.EVERY);
        operand(every.domain());
        block(every.generator());
        block(every.body());
      }
      default -> throw new IllegalStateException("no image of " + operation);
    }
  }

  private void modifier(Statement.Modifier modifier) {
    switch (modifier) {
      case Statement.Modifier.ReplaceInput input -> {
        out.number(ImageTags.REPLACE_INPUT);
        out.values(input.path());
        operand(input.value());
      }
      case Statement.Modifier.ReplaceData data -> {
        out.number(ImageTags.REPLACE_DATA);
        out.values(data.path());
        operand(data.value());
      }
      case Statement.Modifier.ReplaceFunction function -> {
        switch (function.replacement()) {
          case Statement.Replacement.ByValue by -> {
            out.number(ImageTags.REPLACE_BY_VALUE);
            callable(function.target());
            operand(by.value());
          }
          case Statement.Replacement.ByCallable by -> {
            out.number(ImageTags.REPLACE_BY_CALLABLE);
            callable(function.target());
            callable(by.callable());
          }
        }
      }
    }
  }

  private void callable(Callable callable) {
    switch (callable) {
      case BuiltinTarget builtin -> {
        out.flag(true);
        out.number(numberOf(builtin));
      }
      case RuleSet set -> {
        out.flag(false);
        out.number(set.id());
      }
    }
  }

  private int numberOf(DocumentNode node) {
    return nodes.getOrDefault(node, 0);
  }

  private int numberOf(BuiltinTarget target) {
    Integer known = builtins.get(target);
    if (known == null) {
      known = builtins.size();
      builtins.put(target, known);
    }
    return known;
  }

  private void operands(Operand[] operands) {
    out.number(operands.length);
    for (Operand operand : operands) {
      operand(operand);
    }
  }

  private void operand(@Nullable Operand operand) {
    switch (operand) {
      case null -> out.number(ImageTags.ABSENT);
      case Operand.Constant constant -> {
        out.number(ImageTags.CONSTANT);
        out.value(constant.value());
      }
      case Operand.Local local -> {
        out.number(ImageTags.LOCAL);
        out.number(local.slot());
      }
      case Operand.ArrayOf array -> {
        out.number(ImageTags.ARRAY_OF);
        operands(array.items());
      }
      case Operand.SetOf set -> {
        out.number(ImageTags.SET_OF);
        operands(set.items());
      }
      case Operand.ObjectOf object -> {
        out.number(ImageTags.OBJECT_OF);
        operands(object.keys());
        operands(object.values());
      }
      case Operand.InputReference reference -> {
        out.number(ImageTags.INPUT_REFERENCE);
        operands(reference.path());
      }
      case Operand.LocalReference reference -> {
        out.number(ImageTags.LOCAL_REFERENCE);
        operand(reference.head());
        operands(reference.path());
      }
      case Operand.DataReference reference -> data(reference);
      case Operand.Comprehension comprehension -> comprehension(comprehension);
    }
  }

  private void data(Operand.DataReference reference) {
    out.number(ImageTags.DATA_REFERENCE);
    operands(reference.path());
    out.flag(reference.constant() != null);
    if (reference.constant() != null) {
      out.values(reference.constant());
    }
    out.number(reference.end());
    out.number(reference.node() == null ? 0 : numberOf(reference.node()) + 1);
    out.number(reference.rules() == null ? 0 : reference.rules().id() + 1);
  }

  private void comprehension(Operand.Comprehension comprehension) {
    out.number(ImageTags.COMPREHENSION);
    out.number(comprehension.kind().ordinal());
    operand(comprehension.key());
    operand(comprehension.value());
    block(comprehension.body());
    layout(comprehension.layout());
    out.number(comprehension.keys().size());
    comprehension.keys().forEach(key -> out.number(key.slot()));
    out.location(comprehension.place());
  }
}
