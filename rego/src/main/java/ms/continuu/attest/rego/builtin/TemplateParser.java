package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.builtin.TemplateLexer.Kind;
import ms.continuu.attest.rego.builtin.TemplateLexer.Token;
import org.jspecify.annotations.Nullable;

/// Reads a Go text template, with Go's faults.
final class TemplateParser {
  /// The name OPA gives its template; definitions within have their own.
  static final String MAIN = "template";

  private static final int MAX_DEPTH = 1000;

  private final TemplateLexer lexer;
  private final Map<String, TemplateNode.Sequence> definitions;
  private String name;
  private Token[] tokens = {Token.NONE, Token.NONE, Token.NONE};
  private int peeked;
  private List<String> variables = new ArrayList<>(List.of("$"));
  private int actionLine;
  private int rangeDepth;
  private int depth;

  private TemplateParser(
      TemplateLexer lexer, Map<String, TemplateNode.Sequence> definitions, String name) {
    this.lexer = lexer;
    this.definitions = definitions;
    this.name = name;
  }

  /// The templates of a text by name, the text itself under [#MAIN].
  static Map<String, TemplateNode.Sequence> parse(String text) throws BuiltinFault {
    TemplateParser parser = new TemplateParser(new TemplateLexer(text), new HashMap<>(), MAIN);
    parser.define(parser.main());
    return parser.definitions;
  }

  private Token next() {
    if (peeked > 0) {
      peeked--;
    } else {
      tokens[0] = lexer.next();
    }
    return tokens[peeked];
  }

  private Token peek() {
    if (peeked == 0) {
      peeked = 1;
      tokens[0] = lexer.next();
    }
    return tokens[peeked - 1];
  }

  private Token nextNonSpace() {
    Token token = next();
    while (token.kind() == Kind.SPACE) {
      token = next();
    }
    return token;
  }

  private Token peekNonSpace() {
    Token token = nextNonSpace();
    peeked++;
    return token;
  }

  private BuiltinFault fault(String message) {
    return BuiltinFault.of("template: " + MAIN + ":" + tokens[0].line() + ": " + message);
  }

  private Token expect(Kind kind, String context) throws BuiltinFault {
    Token token = nextNonSpace();
    if (token.kind() != kind) {
      throw unexpected(token, context);
    }
    return token;
  }

  private BuiltinFault unexpected(Token token, String context) {
    if (token.kind() != Kind.ERROR) {
      return fault("unexpected " + token.shown() + " in " + context);
    }
    if (actionLine == 0 || actionLine == token.line()) {
      return fault(token.text());
    }
    String where = token.text().endsWith(" action") ? " started at " : " in action started at ";
    return fault(token.text() + where + MAIN + ":" + actionLine);
  }

  private void define(TemplateNode.Sequence root) throws BuiltinFault {
    TemplateNode.Sequence known = definitions.get(name);
    if (known == null || known.isEmpty()) {
      definitions.put(name, root);
    } else if (!root.isEmpty()) {
      throw fault("template: multiple definition of template " + GoQuote.string(name));
    }
  }

  private TemplateNode.Sequence main() throws BuiltinFault {
    int start = peek().at();
    List<TemplateNode> nodes = new ArrayList<>();
    while (peek().kind() != Kind.END_OF_TEXT) {
      if (peek().kind() == Kind.LEFT_DELIMITER) {
        Token delimiter = next();
        if (nextNonSpace().kind() == Kind.DEFINE) {
          new TemplateParser(lexer, definitions, "definition").definition();
          continue;
        }
        tokens[1] = delimiter;
        peeked = 2;
      }
      TemplateNode node = textOrAction();
      if (isStop(node)) {
        throw fault("unexpected " + node);
      }
      nodes.add(node);
    }
    return new TemplateNode.Sequence(start, nodes);
  }

  private static boolean isStop(TemplateNode node) {
    return node instanceof TemplateNode.End || node instanceof TemplateNode.Else;
  }

  private void definition() throws BuiltinFault {
    String context = "define clause";
    name = templateName(nextNonSpace(), context);
    expect(Kind.RIGHT_DELIMITER, context);
    define(itemsToEnd(context));
  }

  private TemplateNode.Sequence itemsToEnd(String context) throws BuiltinFault {
    Items items = items();
    if (!(items.stop instanceof TemplateNode.End)) {
      throw fault("unexpected " + items.stop + " in " + context);
    }
    return items.list;
  }

  /// Nodes up to an end or an else.
  private record Items(TemplateNode.Sequence list, TemplateNode stop) {}

  private Items items() throws BuiltinFault {
    int start = peekNonSpace().at();
    List<TemplateNode> nodes = new ArrayList<>();
    while (peekNonSpace().kind() != Kind.END_OF_TEXT) {
      TemplateNode node = textOrAction();
      if (isStop(node)) {
        return new Items(new TemplateNode.Sequence(start, nodes), node);
      }
      nodes.add(node);
    }
    throw fault("unexpected EOF");
  }

  private TemplateNode textOrAction() throws BuiltinFault {
    Token token = nextNonSpace();
    switch (token.kind()) {
      case TEXT -> {
        return new TemplateNode.Text(token.at(), token.text());
      }
      case LEFT_DELIMITER -> {
        actionLine = token.line();
        TemplateNode action = action();
        actionLine = 0;
        return action;
      }
      default -> throw unexpected(token, "input");
    }
  }

  private TemplateNode action() throws BuiltinFault {
    Token token = nextNonSpace();
    return switch (token.kind()) {
      case BLOCK -> block();
      case BREAK -> {
        loopControl("{{break}}");
        yield new TemplateNode.Break(token.at());
      }
      case CONTINUE -> {
        loopControl("{{continue}}");
        yield new TemplateNode.Continue(token.at());
      }
      case ELSE -> elseControl();
      case END_KEYWORD -> new TemplateNode.End(expect(Kind.RIGHT_DELIMITER, "end").at());
      case IF -> branch("if");
      case RANGE -> branch("range");
      case WITH -> branch("with");
      case TEMPLATE -> call();
      default -> {
        peeked++;
        yield new TemplateNode.Action(peek().at(), pipeline("command", Kind.RIGHT_DELIMITER));
      }
    };
  }

  private void loopControl(String shown) throws BuiltinFault {
    expect(Kind.RIGHT_DELIMITER, shown);
    if (rangeDepth == 0) {
      throw fault(shown + " outside {{range}}");
    }
  }

  private TemplateNode elseControl() throws BuiltinFault {
    Token ahead = peekNonSpace();
    if (ahead.kind() == Kind.IF || ahead.kind() == Kind.WITH) {
      return new TemplateNode.Else(ahead.at());
    }
    return new TemplateNode.Else(expect(Kind.RIGHT_DELIMITER, "else").at());
  }

  private TemplateNode.Branch branch(String keyword) throws BuiltinFault {
    int variablesBefore = variables.size();
    TemplateNode.Pipe pipe = pipeline(keyword, Kind.RIGHT_DELIMITER);
    if (keyword.equals("range")) {
      rangeDepth++;
    }
    Items items = nestedItems();
    if (keyword.equals("range")) {
      rangeDepth--;
    }
    TemplateNode.Sequence otherwise =
        items.stop instanceof TemplateNode.Else ? otherwise(keyword, items.stop.at()) : null;
    variables = new ArrayList<>(variables.subList(0, variablesBefore));
    return new TemplateNode.Branch(pipe.at(), keyword, pipe, items.list, otherwise);
  }

  private Items nestedItems() throws BuiltinFault {
    if (++depth > MAX_DEPTH) {
      throw fault("max expression depth exceeded");
    }
    Items items = items();
    depth--;
    return items;
  }

  private TemplateNode.Sequence otherwise(String keyword, int at) throws BuiltinFault {
    boolean chained =
        keyword.equals("if") && peek().kind() == Kind.IF
            || keyword.equals("with") && peek().kind() == Kind.WITH;
    if (chained) {
      next();
      return new TemplateNode.Sequence(at, List.of(branch(keyword)));
    }
    Items items = nestedItems();
    if (!(items.stop instanceof TemplateNode.End)) {
      throw fault("expected end; found " + items.stop);
    }
    return items.list;
  }

  private TemplateNode block() throws BuiltinFault {
    String context = "block clause";
    Token token = nextNonSpace();
    String blockName = templateName(token, context);
    TemplateNode.Pipe pipe = pipeline(context, Kind.RIGHT_DELIMITER);
    TemplateParser parser = new TemplateParser(lexer, definitions, blockName);
    parser.define(parser.itemsToEnd(context));
    return new TemplateNode.Call(token.at(), blockName, pipe);
  }

  private TemplateNode call() throws BuiltinFault {
    String context = "template clause";
    Token token = nextNonSpace();
    String called = templateName(token, context);
    TemplateNode.Pipe pipe = null;
    if (nextNonSpace().kind() != Kind.RIGHT_DELIMITER) {
      peeked++;
      pipe = pipeline(context, Kind.RIGHT_DELIMITER);
    }
    return new TemplateNode.Call(token.at(), called, pipe);
  }

  private String templateName(Token token, String context) throws BuiltinFault {
    if (token.kind() != Kind.STRING && token.kind() != Kind.RAW_STRING) {
      throw unexpected(token, context);
    }
    return unquoted(token);
  }

  private String unquoted(Token token) throws BuiltinFault {
    try {
      return GoUnquote.string(token.text());
    } catch (BuiltinFault e) {
      throw fault(String.valueOf(e.getMessage()));
    }
  }

  private TemplateNode.Pipe pipeline(String context, Kind end) throws BuiltinFault {
    int start = peekNonSpace().at();
    List<TemplateNode.Variable> declared = new ArrayList<>();
    boolean assigns = declarations(context, declared);
    List<TemplateNode.Command> commands = new ArrayList<>();
    while (true) {
      Token token = nextNonSpace();
      if (token.kind() == end) {
        checkPipeline(commands, context);
        return new TemplateNode.Pipe(start, assigns, declared, commands);
      }
      switch (token.kind()) {
        case BOOL,
            CHAR_CONSTANT,
            COMPLEX,
            DOT,
            FIELD,
            IDENTIFIER,
            NUMBER,
            NIL,
            RAW_STRING,
            STRING,
            VARIABLE,
            LEFT_PARENTHESIS -> {
          peeked++;
          commands.add(command());
        }
        default -> throw unexpected(token, context);
      }
    }
  }

  /// Reads `$x :=`, `$x =` or `$i, $x :=`; whether they are assigned, not declared.
  private boolean declarations(String context, List<TemplateNode.Variable> declared)
      throws BuiltinFault {
    while (true) {
      Token variable = peekNonSpace();
      if (variable.kind() != Kind.VARIABLE) {
        return false;
      }
      next();
      Token behind = peek();
      Token token = peekNonSpace();
      if (token.kind() == Kind.ASSIGN || token.kind() == Kind.DECLARE) {
        nextNonSpace();
        declare(variable, declared);
        return token.kind() == Kind.ASSIGN;
      }
      if (token.kind() == Kind.CHAR && token.text().equals(",")) {
        nextNonSpace();
        declare(variable, declared);
        if (!context.equals("range") || declared.size() >= 2) {
          throw fault("too many declarations in " + context);
        }
        Kind ahead = peekNonSpace().kind();
        if (ahead != Kind.VARIABLE
            && ahead != Kind.RIGHT_DELIMITER
            && ahead != Kind.RIGHT_PARENTHESIS) {
          throw fault("range can only initialize variables");
        }
        continue;
      }
      if (behind.kind() == Kind.SPACE) {
        tokens[1] = behind;
        tokens[2] = variable;
        peeked = 3;
      } else {
        tokens[1] = variable;
        peeked = 2;
      }
      return false;
    }
  }

  private void declare(Token token, List<TemplateNode.Variable> declared) {
    declared.add(variable(token.at(), token.text()));
    variables.add(token.text());
  }

  private static TemplateNode.Variable variable(int at, String text) {
    return new TemplateNode.Variable(at, List.of(text.split("\\.", -1)));
  }

  private void checkPipeline(List<TemplateNode.Command> commands, String context)
      throws BuiltinFault {
    if (commands.isEmpty()) {
      throw fault("missing value for " + context);
    }
    for (int i = 1; i < commands.size(); i++) {
      switch (commands.get(i).words().getFirst()) {
        case TemplateNode.Bool n -> throw notExecutable(i);
        case TemplateNode.Dot n -> throw notExecutable(i);
        case TemplateNode.Nil n -> throw notExecutable(i);
        case TemplateNode.Number n -> throw notExecutable(i);
        case TemplateNode.Quoted n -> throw notExecutable(i);
        default -> {}
      }
    }
  }

  private BuiltinFault notExecutable(int index) {
    return fault("non executable command in pipeline stage " + (index + 1));
  }

  private TemplateNode.Command command() throws BuiltinFault {
    int start = peekNonSpace().at();
    List<TemplateNode> words = new ArrayList<>();
    while (true) {
      peekNonSpace();
      TemplateNode operand = operand();
      if (operand != null) {
        words.add(operand);
      }
      Token token = next();
      if (token.kind() == Kind.SPACE) {
        continue;
      }
      if (token.kind() == Kind.RIGHT_DELIMITER || token.kind() == Kind.RIGHT_PARENTHESIS) {
        peeked++;
      } else if (token.kind() != Kind.PIPE) {
        throw unexpected(token, "operand");
      }
      break;
    }
    if (words.isEmpty()) {
      throw fault("empty command");
    }
    return new TemplateNode.Command(start, words);
  }

  private @Nullable TemplateNode operand() throws BuiltinFault {
    TemplateNode term = term();
    if (term == null || peek().kind() != Kind.FIELD) {
      return term;
    }
    int at = peek().at();
    List<String> fields = new ArrayList<>();
    while (peek().kind() == Kind.FIELD) {
      fields.add(next().text().substring(1));
    }
    return switch (term) {
      case TemplateNode.Field field -> new TemplateNode.Field(at, joined(field.path(), fields));
      case TemplateNode.Variable variable ->
          new TemplateNode.Variable(at, joined(variable.path(), fields));
      case TemplateNode.Bool n -> throw unexpectedDot(n);
      case TemplateNode.Quoted n -> throw unexpectedDot(n);
      case TemplateNode.Number n -> throw unexpectedDot(n);
      case TemplateNode.Nil n -> throw unexpectedDot(n);
      case TemplateNode.Dot n -> throw unexpectedDot(n);
      default -> new TemplateNode.Chain(at, term, fields);
    };
  }

  private static List<String> joined(List<String> head, List<String> tail) {
    List<String> joined = new ArrayList<>(head);
    joined.addAll(tail);
    return joined;
  }

  private BuiltinFault unexpectedDot(TemplateNode term) {
    return fault("unexpected . after term " + GoQuote.string(term.toString()));
  }

  private @Nullable TemplateNode term() throws BuiltinFault {
    Token token = nextNonSpace();
    int at = token.at();
    String text = token.text();
    return switch (token.kind()) {
      case IDENTIFIER -> {
        if (!TemplateFunctions.exists(text)) {
          throw fault("function " + GoQuote.string(text) + " not defined");
        }
        yield new TemplateNode.Identifier(at, text);
      }
      case DOT -> new TemplateNode.Dot(at);
      case NIL -> new TemplateNode.Nil(at);
      case VARIABLE -> {
        TemplateNode.Variable variable = variable(at, text);
        if (!variables.contains(variable.path().getFirst())) {
          throw fault("undefined variable " + GoQuote.string(variable.path().getFirst()));
        }
        yield variable;
      }
      case FIELD -> new TemplateNode.Field(at, List.of(text.substring(1).split("\\.", -1)));
      case BOOL -> new TemplateNode.Bool(at, text.equals("true"));
      case CHAR_CONSTANT, COMPLEX, NUMBER -> new TemplateNode.Number(at, number(token));
      case LEFT_PARENTHESIS -> {
        if (++depth > MAX_DEPTH) {
          throw fault("max expression depth exceeded");
        }
        TemplateNode pipe = pipeline("parenthesized pipeline", Kind.RIGHT_PARENTHESIS);
        depth--;
        yield pipe;
      }
      case STRING, RAW_STRING -> new TemplateNode.Quoted(at, unquoted(token), text);
      default -> {
        peeked++;
        yield null;
      }
    };
  }

  private TemplateNumber number(Token token) throws BuiltinFault {
    try {
      return token.kind() == Kind.CHAR_CONSTANT
          ? TemplateNumber.ofCharacter(token.text())
          : TemplateNumber.of(token.text());
    } catch (BuiltinFault e) {
      throw fault(String.valueOf(e.getMessage()));
    }
  }
}
