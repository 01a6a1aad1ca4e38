package ms.continuu.attest.operations.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// Gzipped tar archives, as far as bundles need them: plain files and directories, long names, and
/// no times, owners or rights, so that the same content gives the same bytes.
final class TarGz {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE_AT = 124;
  private static final int CHECKSUM_AT = 148;
  private static final int TYPE_AT = 156;
  private static final int MAGIC_AT = 257;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX = 155;

  /// A bound on what an archive unpacks to.
  private static final long LARGEST = 1L << 30;

  private TarGz() {}

  /// A file or directory of an archive.
  record Entry(String name, boolean isDirectory, byte[] bytes) {}

  static List<Entry> read(byte[] archive) throws Failure {
    byte[] tar = unzip(archive);
    List<Entry> entries = new ArrayList<>();
    String longName = null;
    int at = 0;
    while (at + BLOCK <= tar.length && !isBlank(tar, at)) {
      long size = number(tar, at + SIZE_AT, 12);
      int start = at + BLOCK;
      if (size < 0 || start + size > tar.length) {
        throw Failure.of("unexpected EOF");
      }
      byte[] content = Arrays.copyOfRange(tar, start, start + (int) size);
      switch (tar[at + TYPE_AT]) {
        case 'L' -> longName = text(content, 0, content.length);
        case 'x' -> longName = extendedPath(content, longName);
        case 'g' -> {}
        case '0', 0 -> {
          String name = longName == null ? name(tar, at) : longName;
          entries.add(new Entry(name, name.endsWith("/"), content));
          longName = null;
        }
        case '5' -> {
          entries.add(new Entry(longName == null ? name(tar, at) : longName, true, content));
          longName = null;
        }
        default -> longName = null;
      }
      at = start + (int) ((size + BLOCK - 1) / BLOCK * BLOCK);
    }
    if (at < tar.length && at + BLOCK > tar.length) {
      throw Failure.of("unexpected EOF");
    }
    return entries;
  }

  private static byte[] unzip(byte[] archive) throws Failure {
    if (archive.length == 0) {
      throw Failure.of("archive read failed: EOF");
    }
    if (archive.length < 10) {
      throw Failure.of("archive read failed: unexpected EOF");
    }
    if (archive[0] != 0x1F || archive[1] != (byte) 0x8B || archive[2] != 8) {
      throw Failure.of("archive read failed: gzip: invalid header");
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(archive), 1 << 16)) {
      byte[] tar = in.readNBytes((int) Math.min(LARGEST, Integer.MAX_VALUE - 8));
      if (in.read() >= 0) {
        throw Failure.of("bundle exceeds the size limit of " + LARGEST + " bytes");
      }
      return tar;
    } catch (EOFException e) {
      throw Failure.of("unexpected EOF");
    } catch (ZipException e) {
      throw Failure.of("gzip: invalid checksum");
    } catch (IOException e) {
      throw Failure.of(e);
    }
  }

  private static boolean isBlank(byte[] tar, int at) {
    for (int i = at; i < at + BLOCK; i++) {
      if (tar[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static String name(byte[] tar, int at) {
    String name = text(tar, at, NAME);
    boolean posix = tar[at + MAGIC_AT] == 'u' && tar[at + MAGIC_AT + 5] == 0;
    String prefix = posix ? text(tar, at + PREFIX_AT, PREFIX) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return Utf8.decode(Arrays.copyOfRange(bytes, from, end));
  }

  /// A number in octal, or in base 256 when its first bit is set.
  private static long number(byte[] tar, int from, int length) {
    long number = 0;
    if ((tar[from] & 0x80) != 0) {
      for (int i = from + 1; i < from + length; i++) {
        number = number << 8 | tar[i] & 0xFF;
      }
      return number;
    }
    for (int i = from; i < from + length; i++) {
      if (tar[i] >= '0' && tar[i] <= '7') {
        number = number * 8 + tar[i] - '0';
      }
    }
    return number;
  }

  /// The `path` of a pax header: records of `length key=value` and a line end.
  private static @Nullable String extendedPath(byte[] records, @Nullable String otherwise) {
    String path = otherwise;
    int at = 0;
    while (at < records.length) {
      int space = at;
      while (space < records.length && records[space] != ' ') {
        space++;
      }
      int length = 0;
      for (int i = at; i < space; i++) {
        length = length * 10 + records[i] - '0';
      }
      int end = at + length - 1;
      if (length <= 0 || end > records.length || space >= end) {
        return path;
      }
      String text = Utf8.decode(Arrays.copyOfRange(records, space + 1, end));
      if (text.startsWith("path=")) {
        path = text.substring("path=".length());
      }
      at = end + 1;
    }
    return path;
  }

  /// The archive of these files, in this order.
  static byte[] write(List<Entry> entries) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new BestGzip(zipped)) {
      for (Entry entry : entries) {
        byte[] name = Utf8.encode(entry.name);
        if (name.length > NAME) {
          writeFile(out, "PaxHeaders.0/long", 'x', pathRecord(name));
        }
        writeFile(out, entry.name, '0', entry.bytes);
      }
      out.write(new byte[2 * BLOCK]);
    }
    return zipped.toByteArray();
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.DEFAULT_COMPRESSION);
    }
  }

  private static byte[] pathRecord(byte[] name) {
    int rest = " path=".length() + name.length + 1;
    int length = rest + Integer.toString(rest).length();
    length = rest + Integer.toString(length).length();
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes((length + " path=").getBytes(StandardCharsets.US_ASCII));
    record.writeBytes(name);
    record.write('\n');
    return record.toByteArray();
  }

  private static void writeFile(GZIPOutputStream out, String name, char type, byte[] content)
      throws IOException {
    byte[] header = new byte[BLOCK];
    byte[] nameBytes = Utf8.encode(name);
    System.arraycopy(nameBytes, 0, header, 0, Math.min(nameBytes.length, NAME));
    octal(header, 100, 7, 0600);
    octal(header, 108, 7, 0);
    octal(header, 116, 7, 0);
    octal(header, SIZE_AT, 11, content.length);
    octal(header, 136, 11, 0);
    Arrays.fill(header, CHECKSUM_AT, CHECKSUM_AT + 8, (byte) ' ');
    header[TYPE_AT] = (byte) type;
    byte[] magic = "ustar\00000".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, header, MAGIC_AT, magic.length);
    octal(header, 329, 7, 0);
    octal(header, 337, 7, 0);
    int checksum = 0;
    for (byte b : header) {
      checksum += b & 0xFF;
    }
    octal(header, CHECKSUM_AT, 6, checksum);
    header[CHECKSUM_AT + 6] = 0;
    out.write(header);
    out.write(content);
    out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
  }

  private static void octal(byte[] header, int at, int digits, long number) {
    String text = Long.toOctalString(number);
    byte[] padded =
        ("0".repeat(Math.max(0, digits - text.length())) + text)
            .getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(padded, 0, header, at, digits);
  }
}
