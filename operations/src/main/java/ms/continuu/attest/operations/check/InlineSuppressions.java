package ms.continuu.attest.operations.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;

/// Comments in the judged file itself that ask to let findings pass: `# attest:ignore POLICY
/// reason`, at the end of the line or on the line above. Refused unless configured, as whoever
/// writes the file would excuse himself.
///
/// @param isAllowed whether the configuration takes them
record InlineSuppressions(boolean isAllowed) {
  private static final byte[] MARK = "attest:ignore".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern COMMENT =
      Pattern.compile("#\\s*attest:ignore(?:[ \\t]+([\\w./-]+))?(?:[ \\t]+(.*\\S))?");

  /// One comment.
  private record Comment(Location at, boolean alone, String policy, String reason) {}

  FileResult apply(FileResult result, String name, byte[] bytes) {
    if (!isMarked(bytes)) {
      return result;
    }
    SourceFile source = new SourceFile(name, Utf8.decode(bytes));
    List<Diagnostic> faults = new ArrayList<>(result.faults());
    List<Diagnostic> notes = new ArrayList<>(result.notes());
    List<Finding> findings = new ArrayList<>(result.findings());
    for (Comment comment : comments(source)) {
      if (!isAllowed) {
        notes.add(
            note(
                comment,
                "inline suppression is refused",
                "ask for an exception, or set `policy.inline_suppressions: true`"));
      } else if (comment.policy.isEmpty() || comment.reason.isEmpty()) {
        faults.add(
            Diagnostic.error(
                "bad_suppression",
                "an inline suppression names a policy and a reason: `# attest:ignore POLICY"
                    + " reason`",
                comment.at));
      } else {
        findings.replaceAll(finding -> excused(finding, comment));
      }
    }
    return new FileResult(findings, faults, notes, result.subjects(), result.clean());
  }

  private static Finding excused(Finding finding, Comment comment) {
    int row = finding.location().row();
    boolean here = row == comment.at.row() || comment.alone && row == comment.at.row() + 1;
    return here && finding.policy().isMeantBy(comment.policy)
        ? finding.with(Standing.exempted(comment.reason))
        : finding;
  }

  private static List<Comment> comments(SourceFile source) {
    List<Comment> comments = new ArrayList<>();
    Matcher matcher = COMMENT.matcher(source.text());
    while (matcher.find()) {
      Location at = source.at(matcher.start(), matcher.end());
      String policy = matcher.group(1) == null ? "" : matcher.group(1);
      String reason = matcher.group(2) == null ? "" : matcher.group(2);
      boolean alone = source.line(at.row()).strip().startsWith("#");
      comments.add(new Comment(at, alone, policy, reason));
    }
    return comments;
  }

  private static Diagnostic note(Comment comment, String message, String help) {
    return new Diagnostic(
        "inline_suppression",
        Diagnostic.Severity.NOTE,
        message,
        comment.at,
        List.of(),
        List.of(),
        help);
  }

  private static boolean isMarked(byte[] bytes) {
    int last = bytes.length - MARK.length;
    for (int i = 0; i <= last; i++) {
      if (bytes[i] == MARK[0] && matches(bytes, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] bytes, int at) {
    for (int i = 1; i < MARK.length; i++) {
      if (bytes[at + i] != MARK[i]) {
        return false;
      }
    }
    return true;
  }
}
