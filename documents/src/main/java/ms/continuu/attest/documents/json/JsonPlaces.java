package ms.continuu.attest.documents.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.documents.Positions;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// The places of a JSON document's nodes, found by a second pass over the text when the first is
/// asked for: most documents are read without anyone asking, and a plan of 90 MB has millions of
/// nodes.
///
/// A node is two numbers: the offset of its key or, for an item or the root, of its value; and the
/// node after its last descendant. Nodes stand in the order of the text.
final class JsonPlaces implements Positions {
  private static final int INDEXED = 32;

  private final SourceFile source;
  private final int from;
  private int[] offsets = {};
  private int[] nexts = {};
  private int count;
  private final Map<Integer, int[]> indexes = new HashMap<>();

  /// @param from where the document's value begins in a text that is valid JSON from there on
  JsonPlaces(SourceFile source, int from) {
    this.source = source;
    this.from = from;
  }

  @Override
  public synchronized Location locate(List<Value> path) {
    if (count == 0) {
      scan();
    }
    int node = 0;
    boolean member = false;
    for (Value step : path) {
      int child = child(node, member, step);
      if (child < 0) {
        break;
      }
      node = child;
      member = step instanceof StringValue;
    }
    return source.at(
        offsets[node], member ? endOfString(offsets[node]) : endOfToken(offsets[node]));
  }

  private int child(int node, boolean member, Value step) {
    char opening = source.text().charAt(valueOffset(node, member));
    if (opening == '{' && step instanceof StringValue key) {
      return memberOf(node, key.text());
    }
    if (opening == '[' && step instanceof NumberValue index && index.isLong()) {
      return itemOf(node, index.longValue());
    }
    return -1;
  }

  /// The last member of that key, which is the one that counts.
  private int memberOf(int node, String key) {
    int found = -1;
    for (int child = node + 1; child < nexts[node]; child = nexts[child]) {
      if (isKey(offsets[child], key)) {
        found = child;
      }
    }
    return found;
  }

  private int itemOf(int node, long index) {
    if (nexts[node] - node <= INDEXED) {
      int child = node + 1;
      for (long i = 0; i < index && child < nexts[node]; i++) {
        child = nexts[child];
      }
      return index >= 0 && child < nexts[node] ? child : -1;
    }
    int[] items = indexes.computeIfAbsent(node, this::items);
    return index >= 0 && index < items.length ? items[(int) index] : -1;
  }

  private int[] items(int node) {
    int[] items = new int[16];
    int size = 0;
    for (int child = node + 1; child < nexts[node]; child = nexts[child]) {
      if (size == items.length) {
        items = Arrays.copyOf(items, size * 2);
      }
      items[size++] = child;
    }
    return Arrays.copyOf(items, size);
  }

  private boolean isKey(int offset, String key) {
    String text = source.text();
    int end = endOfString(offset);
    // INVARIANT: never looks past the key; the next backslash may be megabytes away.
    if (text.indexOf('\\', offset, end) < 0) {
      return end - offset - 2 == key.length() && text.startsWith(key, offset + 1);
    }
    return JsonStrings.unescape(text, offset + 1, end - 1).equals(key);
  }

  private int valueOffset(int node, boolean member) {
    if (!member) {
      return offsets[node];
    }
    int colon = skipSpace(endOfString(offsets[node]));
    return skipSpace(colon + 1);
  }

  private void scan() {
    String text = source.text();
    offsets = new int[1024];
    nexts = new int[1024];
    int[] open = new int[64];
    int depth = 0;
    int at = skipSpace(from);
    add(at);
    at = enterValue(at);
    if (isOpening(text.charAt(at - 1)) && at - 1 == offsets[0]) {
      open[depth++] = 0;
    } else {
      nexts[0] = count;
    }
    while (depth > 0) {
      at = skipSpace(at);
      char c = text.charAt(at);
      if (c == ',') {
        at++;
      } else if (c == '}' || c == ']') {
        nexts[open[--depth]] = count;
        at++;
      } else {
        int node = count;
        add(at);
        int value = c == '"' && isMemberKey(at) ? skipSpace(skipSpace(endOfString(at)) + 1) : at;
        at = enterValue(value);
        if (isOpening(text.charAt(value))) {
          if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
          }
          open[depth++] = node;
        } else {
          nexts[node] = count;
        }
      }
    }
  }

  private boolean isMemberKey(int at) {
    int after = skipSpace(endOfString(at));
    return after < source.text().length() && source.text().charAt(after) == ':';
  }

  private static boolean isOpening(char c) {
    return c == '{' || c == '[';
  }

  /// Past a scalar, or past the bracket that opens a container.
  private int enterValue(int at) {
    return isOpening(source.text().charAt(at)) ? at + 1 : endOfToken(at);
  }

  private int endOfToken(int at) {
    String text = source.text();
    if (text.charAt(at) == '"') {
      return endOfString(at);
    }
    if (isOpening(text.charAt(at))) {
      return at + 1;
    }
    int end = at;
    while (end < text.length() && ",]} \t\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private int endOfString(int at) {
    String text = source.text();
    int i = at + 1;
    while (text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private int skipSpace(int at) {
    String text = source.text();
    int i = at;
    while (i < text.length() && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private void add(int offset) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count * 2);
      nexts = Arrays.copyOf(nexts, count * 2);
    }
    offsets[count++] = offset;
  }
}
