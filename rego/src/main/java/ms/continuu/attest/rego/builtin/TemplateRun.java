package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// One run of a template, or of a template that it calls.
final class TemplateRun {
  /// Go's limit, which faults tell, and ours, which Java's stack bears.
  private static final int SHOWN_MAX_DEPTH = 100_000;

  private static final int MAX_DEPTH = 500;

  private final BuiltinContext context;
  private final String text;
  private final Map<String, TemplateNode.Sequence> templates;
  private final StringBuilder out;
  private final String name;
  private final int depth;
  private final List<Variable> variables = new ArrayList<>();

  /// The node that faults point at.
  private @Nullable TemplateNode node;

  /// How a list of nodes was left.
  private enum Flow {
    ON,
    BREAK,
    CONTINUE
  }

  private static final class Variable {
    private final String name;
    private TemplateValue value;

    Variable(String name, TemplateValue value) {
      this.name = name;
      this.value = value;
    }
  }

  private TemplateRun(
      BuiltinContext context,
      String text,
      Map<String, TemplateNode.Sequence> templates,
      StringBuilder out,
      String name,
      int depth) {
    this.context = context;
    this.text = text;
    this.templates = templates;
    this.out = out;
    this.name = name;
    this.depth = depth;
  }

  static String render(BuiltinContext context, String text, Object data) throws BuiltinFault {
    Map<String, TemplateNode.Sequence> templates = TemplateParser.parse(text);
    StringBuilder out = new StringBuilder();
    new TemplateRun(context, text, templates, out, TemplateParser.MAIN, 0)
        .run(new TemplateValue.Plain(data));
    return out.toString();
  }

  private void run(TemplateValue dot) throws BuiltinFault {
    variables.add(new Variable("$", dot));
    TemplateNode.Sequence root = templates.get(name);
    if (root != null) {
      walk(dot, root);
    }
  }

  BuiltinFault fault(String message) {
    if (node == null) {
      return BuiltinFault.of("template: " + name + ": " + message);
    }
    String before = text.substring(0, node.at());
    int lineStart = before.lastIndexOf('\n') + 1;
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = Utf8.encode(before.substring(lineStart)).length;
    return BuiltinFault.of(
        "template: "
            + TemplateParser.MAIN
            + ":"
            + line
            + ":"
            + column
            + ": executing "
            + GoQuote.string(name)
            + " at <"
            + node
            + ">: "
            + message);
  }

  private void at(TemplateNode current) {
    node = current;
  }

  private Flow walk(TemplateValue dot, TemplateNode current) throws BuiltinFault {
    at(current);
    switch (current) {
      case TemplateNode.Sequence sequence -> {
        for (TemplateNode child : sequence.nodes()) {
          Flow flow = walk(dot, child);
          if (flow != Flow.ON) {
            return flow;
          }
        }
      }
      case TemplateNode.Text plain -> out.append(plain.text());
      case TemplateNode.Action action -> {
        TemplateValue value = pipeline(dot, action.pipe());
        if (action.pipe().variables().isEmpty()) {
          at(action);
          print(value);
        }
      }
      case TemplateNode.Break leave -> {
        return Flow.BREAK;
      }
      case TemplateNode.Continue leave -> {
        return Flow.CONTINUE;
      }
      case TemplateNode.Branch branch -> {
        return branch.keyword().equals("range") ? range(dot, branch) : branch(dot, branch);
      }
      case TemplateNode.Call call -> call(dot, call);
      default -> throw fault("unknown node: " + current);
    }
    return Flow.ON;
  }

  private void print(TemplateValue value) {
    if (value == TemplateValue.None.INVALID) {
      out.append("<no value>");
    } else {
      List<@Nullable Object> operands = new ArrayList<>();
      operands.add(value.formatted());
      out.append(GoFormat.sprint(operands));
    }
  }

  private void leaveScope(int mark) {
    variables.subList(mark, variables.size()).clear();
  }

  private Flow branch(TemplateValue dot, TemplateNode.Branch branch) throws BuiltinFault {
    int mark = variables.size();
    TemplateValue value = pipeline(dot, branch.pipe());
    Flow flow = Flow.ON;
    if (value.isTrue()) {
      flow = walk(branch.keyword().equals("with") ? value : dot, branch.body());
    } else if (branch.otherwise() != null) {
      flow = walk(dot, branch.otherwise());
    }
    leaveScope(mark);
    return flow;
  }

  private Flow range(TemplateValue dot, TemplateNode.Branch branch) throws BuiltinFault {
    int before = variables.size();
    TemplateValue collection = pipeline(dot, branch.pipe()).unboxed();
    int mark = variables.size();
    boolean any = false;
    if (collection instanceof TemplateValue.Plain(Object value)) {
      switch (value) {
        case Long count -> any = rangeNumbers(branch, count, mark);
        case List<?> list -> any = rangeItems(branch, list, mark);
        case Map<?, ?> map -> any = rangePairs(branch, map, mark);
        default -> throw cannotIterate(collection);
      }
    } else if (collection != TemplateValue.None.INVALID) {
      throw cannotIterate(collection);
    }
    Flow flow = !any && branch.otherwise() != null ? walk(dot, branch.otherwise()) : Flow.ON;
    leaveScope(before);
    // A break in the else of a range leaves that range, as Go has it.
    return flow == Flow.BREAK ? Flow.ON : flow;
  }

  private BuiltinFault cannotIterate(TemplateValue value) {
    return fault("range can't iterate over " + shown(value));
  }

  private static String shown(TemplateValue value) {
    List<@Nullable Object> operands = new ArrayList<>();
    operands.add(value.formatted());
    return GoFormat.sprint(operands);
  }

  private boolean rangeNumbers(TemplateNode.Branch branch, long count, int mark)
      throws BuiltinFault {
    if (branch.pipe().variables().size() > 1) {
      throw fault("can't use " + count + " to iterate over more than one variable");
    }
    for (long i = 0; i < count; i++) {
      context.checkCancelled();
      if (!iterate(branch, TemplateValue.None.INVALID, new TemplateValue.Plain(i), mark)) {
        break;
      }
    }
    return count > 0;
  }

  private boolean rangeItems(TemplateNode.Branch branch, List<?> items, int mark)
      throws BuiltinFault {
    for (int i = 0; i < items.size(); i++) {
      TemplateValue index = new TemplateValue.Plain((long) i);
      if (!iterate(branch, index, new TemplateValue.Boxed(items.get(i)), mark)) {
        break;
      }
    }
    return !items.isEmpty();
  }

  private boolean rangePairs(TemplateNode.Branch branch, Map<?, ?> pairs, int mark)
      throws BuiltinFault {
    for (Map.Entry<?, ?> pair : pairs.entrySet()) {
      TemplateValue key = new TemplateValue.Plain(pair.getKey());
      if (!iterate(branch, key, new TemplateValue.Boxed(pair.getValue()), mark)) {
        break;
      }
    }
    return !pairs.isEmpty();
  }

  /// One turn; false when the loop was left.
  private boolean iterate(
      TemplateNode.Branch branch, TemplateValue index, TemplateValue item, int mark)
      throws BuiltinFault {
    List<TemplateNode.Variable> declared = branch.pipe().variables();
    boolean assigns = branch.pipe().assigns();
    if (!declared.isEmpty()) {
      if (assigns) {
        set(declared.getFirst().path().getFirst(), declared.size() > 1 ? index : item);
      } else {
        variables.get(mark - 1).value = item;
      }
    }
    if (declared.size() > 1) {
      if (assigns) {
        set(declared.get(1).path().getFirst(), item);
      } else {
        variables.get(mark - 2).value = index;
      }
    }
    Flow flow = walk(item, branch.body());
    leaveScope(mark);
    return flow != Flow.BREAK;
  }

  private void set(String variable, TemplateValue value) throws BuiltinFault {
    find(variable).value = value;
  }

  private Variable find(String variable) throws BuiltinFault {
    for (Variable known : variables.reversed()) {
      if (known.name.equals(variable)) {
        return known;
      }
    }
    throw fault("undefined variable: " + variable);
  }

  private void call(TemplateValue dot, TemplateNode.Call call) throws BuiltinFault {
    if (!templates.containsKey(call.name())) {
      throw fault("template " + GoQuote.string(call.name()) + " not defined");
    }
    if (depth == MAX_DEPTH) {
      throw fault("exceeded maximum template depth (" + SHOWN_MAX_DEPTH + ")");
    }
    context.checkCancelled();
    TemplateValue data =
        call.pipe() == null ? TemplateValue.None.INVALID : pipeline(dot, call.pipe());
    new TemplateRun(context, text, templates, out, call.name(), depth + 1).run(data);
  }

  private TemplateValue pipeline(TemplateValue dot, TemplateNode.Pipe pipe) throws BuiltinFault {
    at(pipe);
    TemplateValue value = TemplateValue.None.ABSENT;
    for (TemplateNode.Command command : pipe.commands()) {
      value = command(dot, command, value).unboxed();
    }
    for (TemplateNode.Variable variable : pipe.variables()) {
      if (pipe.assigns()) {
        set(variable.path().getFirst(), value);
      } else {
        variables.add(new Variable(variable.path().getFirst(), value));
      }
    }
    return value;
  }

  private TemplateValue command(TemplateValue dot, TemplateNode.Command command, TemplateValue last)
      throws BuiltinFault {
    List<TemplateNode> words = command.words();
    switch (words.getFirst()) {
      case TemplateNode.Field field -> {
        return field(dot, field, words, last);
      }
      case TemplateNode.Chain chain -> {
        return chain(dot, chain, words, last);
      }
      case TemplateNode.Identifier function -> {
        return function(dot, function, command, words, last);
      }
      case TemplateNode.Pipe pipe -> {
        refuseArguments(words, last);
        return pipeline(dot, pipe);
      }
      case TemplateNode.Variable variable -> {
        return variable(variable, words, last);
      }
      default -> {
        at(words.getFirst());
        refuseArguments(words, last);
        if (words.getFirst() instanceof TemplateNode.Nil) {
          throw fault("nil is not a command");
        }
        return constant(dot, words.getFirst());
      }
    }
  }

  private void refuseArguments(List<TemplateNode> words, TemplateValue last) throws BuiltinFault {
    if (words.size() > 1 || last != TemplateValue.None.ABSENT) {
      throw fault("can't give argument to non-function " + words.getFirst());
    }
  }

  private TemplateValue constant(TemplateValue dot, TemplateNode word) throws BuiltinFault {
    return switch (word) {
      case TemplateNode.Bool bool -> new TemplateValue.Plain(bool.value());
      case TemplateNode.Dot here -> dot;
      case TemplateNode.Number number -> number(number);
      case TemplateNode.Quoted string -> new TemplateValue.Plain(string.text());
      default -> throw fault("can't evaluate command " + GoQuote.string(word.toString()));
    };
  }

  private TemplateValue number(TemplateNode.Number constant) throws BuiltinFault {
    at(constant);
    TemplateNumber number = constant.number();
    if (number.complex() != null) {
      return new TemplateValue.Plain(number.complex());
    }
    if (number.isFloat()) {
      return new TemplateValue.Plain(number.value());
    }
    Long whole = number.whole();
    if (whole == null) {
      throw fault(number.text() + " overflows int");
    }
    return new TemplateValue.Plain(whole);
  }

  private TemplateValue field(
      TemplateValue dot, TemplateNode.Field field, List<TemplateNode> words, TemplateValue last)
      throws BuiltinFault {
    at(field);
    return fields(dot, field.path(), words, last);
  }

  private TemplateValue variable(
      TemplateNode.Variable variable, List<TemplateNode> words, TemplateValue last)
      throws BuiltinFault {
    at(variable);
    TemplateValue value = find(variable.path().getFirst()).value;
    if (variable.path().size() == 1) {
      refuseArguments(words.isEmpty() ? List.of(variable) : words, last);
      return value;
    }
    return fields(value, variable.path().subList(1, variable.path().size()), words, last);
  }

  private TemplateValue chain(
      TemplateValue dot, TemplateNode.Chain chain, List<TemplateNode> words, TemplateValue last)
      throws BuiltinFault {
    at(chain);
    at(chain.head());
    TemplateValue head =
        switch (chain.head()) {
          case TemplateNode.Pipe pipe -> pipeline(dot, pipe);
          case TemplateNode.Identifier function ->
              function(dot, function, function, List.of(), TemplateValue.None.ABSENT);
          default -> constant(dot, chain.head());
        };
    return fields(head, chain.fields(), words, last);
  }

  private TemplateValue fields(
      TemplateValue head, List<String> path, List<TemplateNode> words, TemplateValue last)
      throws BuiltinFault {
    TemplateValue value = head;
    for (int i = 0; i < path.size(); i++) {
      boolean arguments =
          i == path.size() - 1 && (words.size() > 1 || last != TemplateValue.None.ABSENT);
      value = field(value, path.get(i), arguments);
    }
    return value;
  }

  private TemplateValue field(TemplateValue receiver, String key, boolean arguments)
      throws BuiltinFault {
    if (receiver == TemplateValue.None.INVALID) {
      return TemplateValue.None.INVALID;
    }
    TemplateValue value = receiver.unboxed();
    if (value == TemplateValue.None.INVALID) {
      throw fault("nil pointer evaluating " + receiver.typeName() + "." + key);
    }
    if (value instanceof TemplateValue.Plain(Object plain) && plain instanceof Map<?, ?> map) {
      if (arguments) {
        throw fault(key + " is not a method but has arguments");
      }
      return map.containsKey(key)
          ? new TemplateValue.Boxed(map.get(key))
          : TemplateValue.None.INVALID;
    }
    throw fault("can't evaluate field " + key + " in type " + receiver.typeName());
  }

  private TemplateValue function(
      TemplateValue dot,
      TemplateNode.Identifier identifier,
      TemplateNode call,
      List<TemplateNode> words,
      TemplateValue last)
      throws BuiltinFault {
    at(identifier);
    String function = identifier.name();
    TemplateFunctions.Signature signature = TemplateFunctions.signature(function);
    List<TemplateNode> arguments = words.isEmpty() ? words : words.subList(1, words.size());
    int given = arguments.size() + (last == TemplateValue.None.ABSENT ? 0 : 1);
    checkCount(function, signature, arguments.size(), given);
    if (function.equals("and") || function.equals("or")) {
      return logic(dot, function.equals("or"), arguments, last);
    }
    List<TemplateValue> values = new ArrayList<>(given);
    for (int i = 0; i < arguments.size(); i++) {
      values.add(argument(dot, signature.parameter(i), arguments.get(i)));
    }
    if (last != TemplateValue.None.ABSENT) {
      values.add(validated(last, signature.parameter(given - 1)));
    }
    try {
      String callee = arguments.isEmpty() ? shown(last) : arguments.getFirst().toString();
      return TemplateFunctions.call(function, callee, values);
    } catch (BuiltinFault e) {
      at(call);
      throw fault("error calling " + function + ": " + e.getMessage());
    }
  }

  private void checkCount(
      String function, TemplateFunctions.Signature signature, int arguments, int given)
      throws BuiltinFault {
    int fixed = signature.fixed().size();
    if (signature.rest() != null) {
      if (given < fixed) {
        throw fault(
            "wrong number of args for "
                + function
                + ": want at least "
                + fixed
                + " got "
                + arguments);
      }
    } else if (given != fixed) {
      throw fault("wrong number of args for " + function + ": want " + fixed + " got " + given);
    }
  }

  /// `and` and `or`, which stop at the first argument that decides.
  private TemplateValue logic(
      TemplateValue dot, boolean decisive, List<TemplateNode> arguments, TemplateValue last)
      throws BuiltinFault {
    TemplateValue value = TemplateValue.None.INVALID;
    for (TemplateNode argument : arguments) {
      value = argument(dot, TemplateFunctions.Parameter.VALUE, argument);
      if (value.isTrue() == decisive) {
        return value;
      }
    }
    return last == TemplateValue.None.ABSENT ? value : last;
  }

  private TemplateValue argument(
      TemplateValue dot, TemplateFunctions.Parameter parameter, TemplateNode word)
      throws BuiltinFault {
    at(word);
    switch (word) {
      case TemplateNode.Dot here -> {
        return validated(dot, parameter);
      }
      case TemplateNode.Nil nil -> {
        if (parameter == TemplateFunctions.Parameter.STRING) {
          throw fault("cannot assign nil to string");
        }
        return parameter == TemplateFunctions.Parameter.ANY
            ? new TemplateValue.Boxed(null)
            : TemplateValue.None.INVALID;
      }
      case TemplateNode.Field field -> {
        return validated(field(dot, field, List.of(), TemplateValue.None.ABSENT), parameter);
      }
      case TemplateNode.Variable variable -> {
        return validated(variable(variable, List.of(), TemplateValue.None.ABSENT), parameter);
      }
      case TemplateNode.Pipe pipe -> {
        return validated(pipeline(dot, pipe), parameter);
      }
      case TemplateNode.Identifier function -> {
        return validated(
            function(dot, function, function, List.of(), TemplateValue.None.ABSENT), parameter);
      }
      case TemplateNode.Chain chain -> {
        return validated(chain(dot, chain, List.of(), TemplateValue.None.ABSENT), parameter);
      }
      default -> {
        if (parameter == TemplateFunctions.Parameter.STRING
            && !(word instanceof TemplateNode.Quoted)) {
          throw fault("expected string; found " + word);
        }
        return constant(dot, word);
      }
    }
  }

  private TemplateValue validated(TemplateValue value, TemplateFunctions.Parameter parameter)
      throws BuiltinFault {
    if (parameter != TemplateFunctions.Parameter.STRING) {
      return value;
    }
    if (value == TemplateValue.None.INVALID) {
      throw fault("invalid value; expected string");
    }
    TemplateValue content =
        value instanceof TemplateValue.Boxed(Object boxed) && boxed == null
            ? value
            : value.unboxed();
    if (content instanceof TemplateValue.Plain(Object plain) && plain instanceof String) {
      return content;
    }
    throw fault("wrong type for value; expected string; got " + content.typeName());
  }
}
