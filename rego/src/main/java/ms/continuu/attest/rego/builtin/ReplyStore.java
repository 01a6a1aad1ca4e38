package ms.continuu.attest.rego.builtin;

import java.util.LinkedHashMap;
import java.util.Map;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Replies kept across queries, by request; those not used for longest go first when there are too
/// many bytes of them.
final class ReplyStore {
  private static final long MAX_BYTES = 64L << 20;

  private final Map<Value, CachedReply> replies = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  synchronized @Nullable CachedReply get(Value request) {
    return replies.get(request);
  }

  synchronized void put(Value request, CachedReply reply) {
    remove(request);
    if (reply.body().length > MAX_BYTES) {
      return;
    }
    replies.put(request, reply);
    bytes += size(reply);
    var oldest = replies.entrySet().iterator();
    while (bytes > MAX_BYTES && oldest.hasNext()) {
      bytes -= size(oldest.next().getValue());
      oldest.remove();
    }
  }

  synchronized void remove(Value request) {
    CachedReply removed = replies.remove(request);
    if (removed != null) {
      bytes -= size(removed);
    }
  }

  /// The body and something for the rest.
  private static long size(CachedReply reply) {
    return reply.body().length + 1024L;
  }
}
