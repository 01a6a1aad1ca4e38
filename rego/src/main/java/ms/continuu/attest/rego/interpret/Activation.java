package ms.continuu.attest.rego.interpret;

import ms.continuu.attest.rego.ir.Block;
import ms.continuu.attest.rego.ir.Layout;
import ms.continuu.attest.rego.ir.Statement;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// One block being evaluated: OPA's *query*, which traces number.
abstract class Activation {
  final Machine machine;
  final @Nullable Activation parent;
  final Block block;
  final Layout layout;
  final @Nullable Value[] slots;

  /// Its number in traces.
  final long id;

  /// One result is enough.
  boolean findOne;

  /// There was a result.
  boolean defined;

  /// The statement at hand; kept only in traced runs.
  @Nullable Statement current;

  /// Where its last traced event was.
  Location place = Location.NONE;

  /// Made at first use, then shared with what is begun from here.
  @Nullable ComprehensionCache comprehensions;

  /// A block with variables of its own.
  Activation(Machine machine, @Nullable Activation parent, Block block, Layout layout) {
    this(machine, parent, block, layout, new Value[layout.size()]);
  }

  /// A closure: a block that shares its variables with what it stands in.
  Activation(Activation parent, Block block) {
    this(parent.machine, parent, block, parent.layout, parent.slots);
  }

  Activation(
      Machine machine,
      @Nullable Activation parent,
      Block block,
      Layout layout,
      @Nullable Value[] slots) {
    this.machine = machine;
    this.parent = parent;
    this.block = block;
    this.layout = layout;
    this.slots = slots;
    id = machine.nextQuery++;
    if (parent != null) {
      comprehensions = parent.comprehensions;
      place = parent.place;
    }
  }

  /// Called for each solution of the block.
  abstract @Nullable Exit solved();
}
