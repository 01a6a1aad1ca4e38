package ms.continuu.attest.rego.builtin;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A node of a parsed template, with its offset in the text. `toString` is the source as Go writes
/// it in faults.
sealed interface TemplateNode {
  int at();

  record Sequence(int at, List<TemplateNode> nodes) implements TemplateNode {
    @Override
    public String toString() {
      return nodes.stream().map(TemplateNode::toString).collect(Collectors.joining());
    }

    /// Whether it prints nothing but white space.
    boolean isEmpty() {
      return nodes.stream()
          .allMatch(node ->
              switch (node) {
                case Sequence sequence -> sequence.isEmpty();
                case Text text -> text.text.isBlank();
                default -> false;
              });
    }
  }

  record Text(int at, String text) implements TemplateNode {
    @Override
    public String toString() {
      return text;
    }
  }

  record Action(int at, Pipe pipe) implements TemplateNode {
    @Override
    public String toString() {
      return "{{" + pipe + "}}";
    }
  }

  /// `if`, `range` or `with`.
  record Branch(int at, String keyword, Pipe pipe, Sequence body, @Nullable Sequence otherwise)
      implements TemplateNode {
    @Override
    public String toString() {
      return "{{"
          + keyword
          + " "
          + pipe
          + "}}"
          + body
          + (otherwise == null ? "" : "{{else}}" + otherwise)
          + "{{end}}";
    }
  }

  record Break(int at) implements TemplateNode {
    @Override
    public String toString() {
      return "{{break}}";
    }
  }

  record Continue(int at) implements TemplateNode {
    @Override
    public String toString() {
      return "{{continue}}";
    }
  }

  /// The end of a list of nodes; no part of the tree.
  record End(int at) implements TemplateNode {
    @Override
    public String toString() {
      return "{{end}}";
    }
  }

  /// The middle of a branch; no part of the tree.
  record Else(int at) implements TemplateNode {
    @Override
    public String toString() {
      return "{{else}}";
    }
  }

  record Call(int at, String name, @Nullable Pipe pipe) implements TemplateNode {
    @Override
    public String toString() {
      return "{{template " + GoQuote.string(name) + (pipe == null ? "" : " " + pipe) + "}}";
    }
  }

  /// @param assigns whether the variables are old ones
  record Pipe(int at, boolean assigns, List<Variable> variables, List<Command> commands)
      implements TemplateNode {
    @Override
    public String toString() {
      String declared =
          variables.isEmpty()
              ? ""
              : variables.stream().map(Variable::toString).collect(Collectors.joining(", "))
                  + (assigns ? " = " : " := ");
      return declared + commands.stream().map(Command::toString).collect(Collectors.joining(" | "));
    }
  }

  record Command(int at, List<TemplateNode> words) implements TemplateNode {
    @Override
    public String toString() {
      return words.stream()
          .map(word -> word instanceof Pipe ? "(" + word + ")" : word.toString())
          .collect(Collectors.joining(" "));
    }
  }

  record Identifier(int at, String name) implements TemplateNode {
    @Override
    public String toString() {
      return name;
    }
  }

  /// @param path the name with its dollar, and fields
  record Variable(int at, List<String> path) implements TemplateNode {
    @Override
    public String toString() {
      return String.join(".", path);
    }
  }

  record Dot(int at) implements TemplateNode {
    @Override
    public String toString() {
      return ".";
    }
  }

  record Nil(int at) implements TemplateNode {
    @Override
    public String toString() {
      return "nil";
    }
  }

  record Field(int at, List<String> path) implements TemplateNode {
    @Override
    public String toString() {
      return "." + String.join(".", path);
    }
  }

  /// Fields of a pipe or a function's result.
  record Chain(int at, TemplateNode head, List<String> fields) implements TemplateNode {
    @Override
    public String toString() {
      String shown = head instanceof Pipe ? "(" + head + ")" : head.toString();
      return shown + "." + String.join(".", fields);
    }
  }

  record Bool(int at, boolean value) implements TemplateNode {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  record Number(int at, TemplateNumber number) implements TemplateNode {
    @Override
    public String toString() {
      return number.text();
    }
  }

  /// @param literal the text as it was written
  record Quoted(int at, String text, String literal) implements TemplateNode {
    @Override
    public String toString() {
      return literal;
    }
  }
}
