package ms.continuu.attest.operations.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.RuleDescription;
import org.jspecify.annotations.Nullable;

/// What came of files, remembered from one check to the next: by their content, for one set of
/// policies with its parameters. One file a set; a file that is damaged counts as none. Only
/// results without faults are kept.
final class ResultCache {
  /// Changes with the form of the file, and with what the same policies may find.
  private static final int FORM = 1;

  private static final int MOST_FILES = 100_000;
  private static final int MOST_SETS = 16;

  /// Remembers nothing.
  static final ResultCache NONE = new ResultCache(null);

  private final @Nullable Path file;
  private final Map<Key, CachedResult> before = new ConcurrentHashMap<>();
  private final Map<Key, CachedResult> used = new ConcurrentHashMap<>();
  private volatile boolean grown;
  private @Nullable RuleTable rules;

  /// The digest of a file's name and content.
  record Key(String hex) {}

  private ResultCache(@Nullable Path file) {
    this.file = file;
  }

  /// The cache of a set of policies.
  ///
  /// @param folder where caches lie
  /// @param sources the policies, wherever they lie now
  /// @param identity everything besides a file that its result depends on
  static ResultCache open(Path folder, String identity, PolicySources sources) {
    ResultCache cache = new ResultCache(folder.resolve(fileName(identity) + ".results"));
    cache.load(sources);
    return cache;
  }

  /// The rules of the set, when they are known.
  @Nullable List<RuleDescription> rules() {
    return rules == null ? null : rules.rules();
  }

  Key key(String name, byte[] bytes) {
    if (file == null) {
      return new Key("");
    }
    MessageDigest digest = sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(bytes);
    return new Key(HexFormat.of().formatHex(digest.digest()));
  }

  /// What came of a file, with its places in its text; null when it is not known.
  @Nullable FileResult get(Key key, String name, byte[] bytes) {
    CachedResult known = before.get(key);
    if (known == null || rules == null) {
      return null;
    }
    used.put(key, known);
    return known.result(name, bytes, rules);
  }

  /// Remembers what came of a file.
  void put(Key key, FileResult result) {
    if (file != null && result.faults().isEmpty()) {
      used.put(key, CachedResult.of(result));
      grown = true;
    }
  }

  /// Writes what is new to disk. A cache that cannot be written is none.
  void save(List<RuleDescription> all) {
    if (file == null || !grown) {
      return;
    }
    for (Map.Entry<Key, CachedResult> entry : before.entrySet()) {
      if (used.size() < MOST_FILES) {
        used.putIfAbsent(entry.getKey(), entry.getValue());
      }
    }
    byte[] body = CachedResult.write(new RuleTable(all), used);
    ByteBuffer whole = ByteBuffer.allocate(Integer.BYTES + Long.BYTES + body.length);
    whole.putInt(FORM).putLong(checksum(body)).put(body);
    CacheFile.write(file, whole.array(), MOST_SETS);
  }

  private void load(PolicySources sources) {
    if (file == null || !Files.exists(file)) {
      return;
    }
    try {
      ByteBuffer whole = ByteBuffer.wrap(Files.readAllBytes(file));
      if (whole.getInt() == FORM) {
        long sum = whole.getLong();
        byte[] body = new byte[whole.remaining()];
        whole.get(body);
        if (checksum(body) == sum) {
          rules = new RuleTable(sources.relocated(CachedResult.read(body, before)));
        }
      }
    } catch (IOException | RuntimeException e) {
      before.clear();
      rules = null;
    }
  }

  private static long checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /// A name for everything that an identity tells apart.
  static String fileName(String identity) {
    return HexFormat.of().formatHex(sha256().digest(identity.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The rules of the set by their ids.
  static final class RuleTable {
    private final List<RuleDescription> rules;
    private final Map<String, RuleDescription> byId = new ConcurrentHashMap<>();

    RuleTable(List<RuleDescription> rules) {
      this.rules = List.copyOf(rules);
      rules.forEach(rule -> byId.put(rule.id(), rule));
    }

    List<RuleDescription> rules() {
      return rules;
    }

    RuleDescription named(String id) {
      RuleDescription rule = byId.get(id);
      if (rule == null) {
        throw new IllegalStateException("no rule " + id);
      }
      return rule;
    }
  }
}
