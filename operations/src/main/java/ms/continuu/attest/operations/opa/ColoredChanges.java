package ms.continuu.attest.operations.opa;

import java.util.List;

/// Edits as a terminal shows them: what is inserted green, what is deleted red, line by line.
final class ColoredChanges {
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private ColoredChanges() {}

  static String of(List<TextDiff.Edit> edits) {
    StringBuilder text = new StringBuilder();
    for (TextDiff.Edit edit : edits) {
      switch (edit.change()) {
        case KEPT -> text.append(edit);
        case INSERTED -> colored(text, edit, GREEN);
        case DELETED -> colored(text, edit, RED);
      }
    }
    return text.toString();
  }

  private static void colored(StringBuilder text, TextDiff.Edit edit, String color) {
    text.append(color).append(edit.toString().replace("\n", PLAIN + "\n" + color)).append(PLAIN);
  }
}
