package ms.continuu.attest.rego.runtime;

import java.util.Arrays;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The slots bound so far, in order, so that they can be unbound again.
public final class Trail {
  private @Nullable Value[][] frames = new Value[64][];
  private int[] slots = new int[64];
  private int size;

  /// How far the trail goes now.
  public int mark() {
    return size;
  }

  public void bind(@Nullable Value[] frame, int slot, Value value) {
    frame[slot] = value;
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, size * 2);
      frames = Arrays.copyOf(frames, size * 2);
    }
    frames[size] = frame;
    slots[size++] = slot;
  }

  /// Unbinds what was bound since the mark.
  public void undo(int mark) {
    for (int i = size - 1; i >= mark; i--) {
      frames[i][slots[i]] = null;
    }
    size = mark;
  }
}
