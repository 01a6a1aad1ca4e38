package ms.continuu.attest.rego.ir;

/// The slots of a frame by the names of their variables. Filled while its rule is planned, not
/// changed afterwards.
public final class Layout {
  private String[] names = new String[8];
  private int size;

  /// Adds a slot.
  public int add(String name) {
    if (size == names.length) {
      names = java.util.Arrays.copyOf(names, size * 2);
    }
    names[size] = name;
    return size++;
  }

  public int size() {
    return size;
  }

  public String name(int slot) {
    return names[slot];
  }
}
