package ms.continuu.attest.operations.opa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ms.continuu.attest.operations.opa.TextDiff.Change;
import ms.continuu.attest.operations.opa.TextDiff.Edit;

/// Puts edits in order: neighbours of one kind become one, what both of a deletion and an insertion
/// begin or end with is kept, and a single edit is moved to where it swallows a kept stretch.
final class EditMerge {
  private static final int[] NOTHING = {};

  private final List<Edit> edits;

  private EditMerge(List<Edit> edits) {
    this.edits = new ArrayList<>(edits);
  }

  static List<Edit> of(List<Edit> edits) {
    EditMerge merge = new EditMerge(edits);
    do {
      merge.join();
    } while (merge.shift());
    return merge.edits;
  }

  /// Joins what stands between two kept stretches into at most one deletion and one insertion.
  private void join() {
    edits.add(new Edit(Change.KEPT, NOTHING));
    int at = 0;
    int changes = 0;
    while (at < edits.size()) {
      if (!edits.get(at).isKept()) {
        changes++;
        at++;
        continue;
      }
      if (changes > 1) {
        at = joinChanges(at - changes, at);
      } else if (at > 0 && edits.get(at - 1).isKept()) {
        edits.set(at - 1, joined(edits.get(at - 1), edits.remove(at)));
      } else {
        at++;
      }
      changes = 0;
    }
    if (edits.getLast().text().length == 0) {
      edits.removeLast();
    }
  }

  /// Joins the changes from `start` on, before the kept stretch at `end`. Returns the place behind
  /// that stretch.
  private int joinChanges(int start, int end) {
    List<Edit> changes = List.copyOf(edits.subList(start, end));
    int[] deleted = text(changes, Change.DELETED);
    int[] inserted = text(changes, Change.INSERTED);
    boolean both =
        changes.stream().anyMatch(e -> e.change() == Change.DELETED)
            && changes.stream().anyMatch(e -> e.change() == Change.INSERTED);
    int first = start;
    int kept = end;
    if (both) {
      int prefix = TextDiff.commonPrefix(inserted, deleted);
      if (prefix > 0) {
        Edit common = new Edit(Change.KEPT, Arrays.copyOf(inserted, prefix));
        if (start > 0 && edits.get(start - 1).isKept()) {
          edits.set(start - 1, joined(edits.get(start - 1), common));
        } else {
          edits.addFirst(common);
          first++;
          kept++;
        }
        inserted = Arrays.copyOfRange(inserted, prefix, inserted.length);
        deleted = Arrays.copyOfRange(deleted, prefix, deleted.length);
      }
      int suffix = TextDiff.commonSuffix(inserted, deleted);
      if (suffix > 0) {
        int[] common = Arrays.copyOfRange(inserted, inserted.length - suffix, inserted.length);
        edits.set(kept, joined(new Edit(Change.KEPT, common), edits.get(kept)));
        inserted = Arrays.copyOf(inserted, inserted.length - suffix);
        deleted = Arrays.copyOf(deleted, deleted.length - suffix);
      }
    }
    List<Edit> joined = new ArrayList<>();
    if (both || changes.getFirst().change() == Change.DELETED) {
      joined.add(new Edit(Change.DELETED, deleted));
    }
    if (both || changes.getFirst().change() == Change.INSERTED) {
      joined.add(new Edit(Change.INSERTED, inserted));
    }
    edits.subList(first, kept).clear();
    edits.addAll(first, joined);
    return first + joined.size() + 1;
  }

  private static int[] text(List<Edit> edits, Change change) {
    return edits.stream()
        .filter(e -> e.change() == change)
        .flatMapToInt(e -> Arrays.stream(e.text()))
        .toArray();
  }

  /// Moves single edits over the kept stretch beside them where that makes it vanish. Tells whether
  /// any was moved: they may then be joined again.
  private boolean shift() {
    boolean moved = false;
    for (int i = 1; i < edits.size() - 1; i++) {
      Edit before = edits.get(i - 1);
      Edit edit = edits.get(i);
      Edit after = edits.get(i + 1);
      if (!before.isKept() || !after.isKept()) {
        continue;
      }
      if (endsWith(edit.text(), before.text())) {
        int rest = edit.text().length - before.text().length;
        int[] front = Arrays.copyOf(edit.text(), rest);
        edits.set(i, new Edit(edit.change(), concat(before.text(), front)));
        edits.set(i + 1, joined(before, after));
        edits.remove(i - 1);
        moved = true;
      } else if (TextDiff.commonPrefix(edit.text(), after.text()) == after.text().length) {
        int[] back = Arrays.copyOfRange(edit.text(), after.text().length, edit.text().length);
        edits.set(i - 1, joined(before, after));
        edits.set(i, new Edit(edit.change(), concat(back, after.text())));
        edits.remove(i + 1);
        moved = true;
      }
    }
    return moved;
  }

  private static boolean endsWith(int[] text, int[] end) {
    return TextDiff.commonSuffix(text, end) == end.length;
  }

  private static Edit joined(Edit first, Edit second) {
    return new Edit(first.change(), concat(first.text(), second.text()));
  }

  private static int[] concat(int[] first, int[] second) {
    int[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
