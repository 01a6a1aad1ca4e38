package ms.continuu.attest.rego.gotime;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/// The zones of the IANA time zone database (public domain, releases 2025b and c), by name.
///
/// The resource `zones.gz` holds in order: the number of files; each with its length, the 64-bit
/// part of a TZif file; the number of names; each with its length and the index of its file.
/// Numbers have two bytes. The JDK has the same zones but not their abbreviations.
public final class Zones {
  private static final Map<String, byte[]> FILES = new HashMap<>();
  private static final Map<String, Zone> READ = new ConcurrentHashMap<>();

  static {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                new GZIPInputStream(
                    Objects.requireNonNull(Zones.class.getResourceAsStream("zones.gz")))))) {
      List<byte[]> files = new ArrayList<>();
      int count = in.readUnsignedShort();
      for (int i = 0; i < count; i++) {
        files.add(in.readNBytes(in.readUnsignedShort()));
      }
      int names = in.readUnsignedShort();
      for (int i = 0; i < names; i++) {
        FILES.put(in.readUTF(), files.get(in.readUnsignedShort()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Zones() {}

  /// The zone of a name, which is spelled as in the database.
  public static Zone named(String name) throws TimeException {
    if (name.isEmpty() || name.equals("UTC") || name.equals("Local")) {
      return Zone.UTC;
    }
    if (name.contains("..") || name.startsWith("/") || name.startsWith("\\")) {
      throw new TimeException("time: invalid location name");
    }
    byte[] file = FILES.get(name);
    if (file == null) {
      throw new TimeException(fault(name));
    }
    return READ.computeIfAbsent(name, n -> ZoneReader.read(file));
  }

  /// The names are those of files, and so are some faults.
  private static String fault(String name) {
    if (name.indexOf('\0') >= 0) {
      return "invalid argument";
    }
    int slash = name.indexOf('/');
    while (slash > 0) {
      if (FILES.containsKey(name.substring(0, slash))) {
        return "not a directory";
      }
      slash = name.indexOf('/', slash + 1);
    }
    String folder = name.endsWith("/") ? name : name + "/";
    return FILES.keySet().stream().anyMatch(known -> known.startsWith(folder))
        ? "is a directory"
        : "unknown time zone " + name;
  }
}
