package ms.continuu.attest.operations;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// Why an operation could not do what was asked: one text for a reader, and the problems one by one
/// for a report.
public final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /// One thing that is wrong.
  ///
  /// @param text what a reader sees, with place and code
  /// @param code empty when it has none
  /// @param facts what a JSON report prints as `details`; a single one without name is all of it
  /// @param stack the queries that were being evaluated, innermost first
  public record Problem(
      String text,
      String message,
      String code,
      @Nullable Location location,
      List<Diagnostic.Fact> facts,
      List<Evaluation.Frame> stack) {
    public Problem {
      facts = List.copyOf(facts);
      stack = List.copyOf(stack);
    }

    /// A problem that is known by its words only.
    public static Problem of(String text) {
      return new Problem(text, text, "", null, List.of(), List.of());
    }

    /// The problem that a diagnostic tells of.
    public static Problem of(Diagnostic diagnostic) {
      StringBuilder text = new StringBuilder();
      Location location = diagnostic.location();
      if (location != null) {
        text.append(place(location)).append(": ");
      }
      text.append(diagnostic.code()).append(": ").append(diagnostic.message());
      diagnostic.details().forEach(line -> text.append("\n\t").append(line));
      return new Problem(
          text.toString(),
          diagnostic.message(),
          diagnostic.code(),
          location,
          diagnostic.facts(),
          List.of());
    }

    /// The problem that ended an evaluation.
    public static Problem of(Evaluation.Fault fault) {
      return new Problem(
          place(fault) + fault.code() + ": " + fault.message(),
          fault.message(),
          fault.code(),
          fault.location().row() == 0 ? null : fault.location(),
          List.of(),
          fault.stack());
    }

    /// In a text without name, the expression itself tells the place.
    private static String place(Evaluation.Fault fault) {
      Location location = fault.location();
      if (location.row() == 0) {
        return "";
      }
      boolean anonymous = location.file().isEmpty() && location.end() > location.start();
      return (anonymous ? location.text() : place(location)) + ": ";
    }

    private static String place(Location location) {
      return location.file().isEmpty()
          ? location.row() + ":" + location.column()
          : location.file() + ":" + location.row();
    }
  }

  private Failure(String text, List<Problem> problems) {
    super(text, null, false, false);
    this.problems = List.copyOf(problems);
  }

  /// A failure known by its words only.
  public static Failure of(String text) {
    return new Failure(text, List.of(Problem.of(text)));
  }

  /// A failure of one problem.
  public static Failure of(Problem problem) {
    return new Failure(problem.text(), List.of(problem));
  }

  /// A failure of the outside, told as Go tells it as far as Java knows the reason.
  public static Failure of(IOException fault) {
    return of(
        fault instanceof FileSystemException file
            ? file.getFile() + ": " + reason(file)
            : String.valueOf(fault.getMessage()));
  }

  /// A failed access to a file: `open data.json: no such file or directory`.
  public static Failure ofFile(String verb, String path, IOException fault) {
    return of(verb + " " + path + ": " + reason(fault));
  }

  /// The system's words for the reason of a failed access.
  public static String reason(IOException fault) {
    return switch (fault) {
      case NoSuchFileException missing -> "no such file or directory";
      case AccessDeniedException denied -> "permission denied";
      case FileSystemException other when other.getReason() != null ->
          lowerFirst(other.getReason());
      default -> lowerFirst(String.valueOf(fault.getMessage()));
    };
  }

  private static String lowerFirst(String words) {
    return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }

  /// Text or policies that are wrong.
  public static Failure ofDiagnostics(List<Diagnostic> diagnostics) {
    List<Problem> problems = diagnostics.stream().map(Problem::of).toList();
    return new Failure(listed(problems, "occurred"), problems);
  }

  /// What was wrong with the files that were to be loaded.
  public static Failure ofLoading(List<Failure> failures) {
    List<Problem> problems = new ArrayList<>();
    failures.forEach(failure -> problems.addAll(failure.problems));
    List<Problem> shown = new ArrayList<>();
    failures.forEach(failure -> shown.add(Problem.of(failure.text())));
    return new Failure(listed(shown, "occurred during loading"), problems);
  }

  private static String listed(List<Problem> problems, String verb) {
    if (problems.size() == 1) {
      return "1 error " + verb + ": " + problems.getFirst().text();
    }
    StringBuilder text =
        new StringBuilder().append(problems.size()).append(" errors ").append(verb).append(":");
    problems.forEach(problem -> text.append('\n').append(problem.text()));
    return text.toString();
  }

  /// This, with words before its text. The problems stay, unless they are words only.
  public Failure within(String words) {
    boolean structured = problems.stream().anyMatch(problem -> !problem.code().isEmpty());
    String text = words + text();
    return structured ? new Failure(text, problems) : of(text);
  }

  /// This as words only.
  public Failure asText() {
    return of(text());
  }

  /// Each problem as a failure of its own.
  public List<Failure> apart() {
    return problems.stream().map(Failure::of).toList();
  }

  public String text() {
    return String.valueOf(getMessage());
  }

  public List<Problem> problems() {
    return problems;
  }
}
