package ms.continuu.attest.operations.render;

import java.util.List;
import ms.continuu.attest.documents.Positions;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The places of a rendered manifest's nodes in its template: the line that the node's own line was
/// made of, else that of the node around it, else that of `kind:`.
final class TemplatePositions implements Positions {
  private final Positions rendered;
  private final SourceFile template;
  private @Nullable LineAlignment alignment;

  TemplatePositions(Positions rendered, SourceFile template) {
    this.rendered = rendered;
    this.template = template;
  }

  @Override
  public synchronized Location locate(List<Value> path) {
    LineAlignment lines = alignment;
    if (lines == null) {
      lines = LineAlignment.of(rendered.locate(List.of()), template);
      alignment = lines;
    }
    for (int depth = path.size(); depth > 0; depth--) {
      Location found = lines.counterpart(rendered.locate(path.subList(0, depth)).row());
      if (found != null) {
        return found;
      }
    }
    return lines.kind();
  }
}
