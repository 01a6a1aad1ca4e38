package ms.continuu.attest.rego.builtin;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `http.send`, with a cache for the query and one across queries.
final class HttpSend implements BuiltinFamily {
  private static final StringValue IGNORED_HEADERS = StringValue.of("cache_ignored_headers");

  /// Replies that may be kept (RFC 7231, 6.1).
  private static final Set<Integer> CACHEABLE =
      Set.of(200, 203, 204, 206, 300, 301, 404, 405, 410, 414, 501);

  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("http.send", HttpSend::send);
  }

  private static Value send(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ObjectValue object = Operands.object(operands, 1);
    Value raise = object.get("raise_error");
    if (raise != null && !(raise instanceof BooleanValue)) {
      throw BuiltinFault.of("invalid value for raise_error field");
    }
    try {
      ObjectValue request;
      try {
        request = HttpRequestOperand.check(operands, 1);
      } catch (BuiltinFault e) {
        throw HttpFault.located(context, e);
      }
      return new Sending(context, request).result();
    } catch (HttpFault.Thrown e) {
      if (BooleanValue.FALSE.equals(raise)) {
        return e.fault().toValue();
      }
      throw e.fault().raised();
    }
  }

  /// The replies and faults of one query: the same request is not sent twice.
  private static final class QueryCache {
    private final Map<Value, Value> replies = new HashMap<>();
    private final Map<Value, HttpFault> faults = new HashMap<>();
  }

  /// One request on its way.
  private static final class Sending {
    private final BuiltinContext context;
    private final ObjectValue request;

    /// The request without the headers that make no difference.
    private final ObjectValue key;

    private final QueryCache cache;

    Sending(BuiltinContext context, ObjectValue request) throws HttpFault.Thrown {
      this.context = context;
      this.request = request;
      this.key = key(request);
      this.cache = context.perQuery(QueryCache.class, QueryCache::new);
    }

    private static ObjectValue key(ObjectValue request) throws HttpFault.Thrown {
      Value ignored = request.get(IGNORED_HEADERS);
      Value headers = request.get("headers");
      ObjectValue.Builder key = request.toBuilder().put(IGNORED_HEADERS, NullValue.NULL);
      if (ignored == null || headers == null) {
        return key.build();
      }
      if (!(ignored instanceof ArrayValue names)
          || names.asList().stream().anyMatch(name -> !(name instanceof StringValue))) {
        throw HttpFault.plain("cache_ignored_headers must be an array of strings");
      }
      ObjectValue.Builder kept = ObjectValue.builder();
      if (headers instanceof ObjectValue given) {
        for (int i = 0; i < given.size(); i++) {
          if (!names.contains(given.keyAtSlot(i))) {
            kept.put(given.keyAtSlot(i), given.valueAtSlot(i));
          }
        }
      }
      return key.put("headers", kept.build()).build();
    }

    Value result() throws HttpFault.Thrown {
      boolean shared = located("cache");
      int forcedSeconds = 0;
      if (located("force_cache")) {
        shared = true;
        forcedSeconds = forcedSeconds();
      }
      Value known = fromQuery();
      if (known != null) {
        return known;
      }
      return shared ? sharedResult(forcedSeconds) : ownResult();
    }

    private @Nullable Value fromQuery() throws HttpFault.Thrown {
      HttpFault fault = cache.faults.get(key);
      if (fault != null) {
        throw new HttpFault.Thrown(fault);
      }
      return cache.replies.get(key);
    }

    private boolean located(String name) throws HttpFault.Thrown {
      Value value = request.get(name);
      if (value != null && !(value instanceof BooleanValue)) {
        throw HttpFault.located(context, "invalid value for " + StringValue.of(name) + " field");
      }
      return BooleanValue.TRUE.equals(value);
    }

    private int forcedSeconds() throws HttpFault.Thrown {
      Value value = request.get("force_cache_duration_seconds");
      if (value == null) {
        throw HttpFault.located(
            context, "'force_cache' set but 'force_cache_duration_seconds' parameter is missing");
      }
      String text = value.toString();
      String parsing = "strconv.ParseInt: parsing " + RegoText.quote(text) + ": ";
      if (!text.matches("[+-]?[0-9]+")) {
        throw HttpFault.located(context, parsing + "invalid syntax");
      }
      if (!(value instanceof NumberValue number)
          || !number.isLong()
          || number.longValue() != (int) number.longValue()) {
        throw HttpFault.located(context, parsing + "value out of range");
      }
      return (int) number.longValue();
    }

    /// A reply that is kept for this query only.
    private Value ownResult() throws HttpFault.Thrown {
      Host.HttpReply reply = remembered(() -> exchange(request, Map.of()));
      boolean json = located("force_json_decode");
      Value value = ReplyValue.of(reply, json, located("force_yaml_decode"));
      if (CACHEABLE.contains(reply.status())) {
        cache.replies.put(key, value);
      }
      return value;
    }

    private interface Exchange<T> {
      T make() throws HttpFault.Thrown;
    }

    /// Makes a reply; a fault is told again when this query asks again.
    private <T> T remembered(Exchange<T> exchange) throws HttpFault.Thrown {
      try {
        return exchange.make();
      } catch (HttpFault.Thrown e) {
        cache.faults.put(key, e.fault());
        throw e;
      }
    }

    /// A reply from across queries, or one that is kept across queries.
    private Value sharedResult(int forcedSeconds) throws HttpFault.Thrown {
      boolean json = located("force_json_decode");
      boolean yaml = located("force_yaml_decode");
      ReplyStore store =
          context.shared(ReplyStore.class, "http.send replies", name -> new ReplyStore());
      CachedReply cached = store.get(key);
      if (cached != null) {
        Optional<Host.HttpReply> reply =
            remembered(() -> Optional.ofNullable(fresh(store, cached, forcedSeconds)));
        if (reply.isPresent()) {
          Value value = ReplyValue.of(reply.get(), json, yaml);
          cache.replies.put(key, value);
          return value;
        }
      }
      Host.HttpReply reply = remembered(() -> exchange(request, Map.of()));
      Value value = ReplyValue.of(reply, json, yaml);
      cache.replies.put(key, value);
      try {
        keep(store, reply, forcedSeconds);
      } catch (CachedReply.Unreadable | HttpFault.Thrown e) {
        // The query has its reply; it is only not kept for others.
      }
      return value;
    }

    private void keep(ReplyStore store, Host.HttpReply reply, int forcedSeconds)
        throws CachedReply.Unreadable, HttpFault.Thrown {
      boolean storable = forcedSeconds > 0 || CachedReply.mayBeStored(reply.headers());
      if (storable && CACHEABLE.contains(reply.status())) {
        checkCachingMode();
        store.put(key, CachedReply.of(reply, context.nowNanos(), forcedSeconds));
      }
    }

    private void checkCachingMode() throws HttpFault.Thrown {
      Value mode = request.get("caching_mode");
      if (mode == null) {
        return;
      }
      if (!(mode instanceof StringValue text)) {
        throw HttpFault.plain("invalid value for \"caching_mode\" field");
      }
      if (!text.text().equals("serialized") && !text.text().equals("deserialized")) {
        throw HttpFault.plain("invalid value specified for \"caching_mode\" field: " + text.text());
      }
    }

    /// The cached reply if it is still good, or what the server says of it; null when the request
    /// is to be sent anew.
    private Host.@Nullable HttpReply fresh(ReplyStore store, CachedReply cached, int forcedSeconds)
        throws HttpFault.Thrown {
      if (context.nowNanos() < cached.expiresNanos()) {
        return cached.reply();
      }
      String tag = CachedReply.first(cached.headers(), "etag");
      String modified = CachedReply.first(cached.headers(), "last-modified");
      Map<String, List<String>> conditions = new TreeMap<>();
      if (!tag.isEmpty()) {
        conditions.put("If-None-Match", List.of(tag));
      }
      if (!modified.isEmpty()) {
        conditions.put("If-Modified-Since", List.of(modified));
      }
      Host.HttpReply reply;
      try {
        reply = conditions.isEmpty() ? null : exchange(key, conditions);
      } finally {
        store.remove(key);
      }
      if (reply == null) {
        return null;
      }
      try {
        if (reply.status() == 304) {
          CachedReply confirmed = cached.confirmed(reply, context.nowNanos(), forcedSeconds);
          checkCachingMode();
          store.put(key, confirmed);
          return confirmed.reply();
        }
        if (reply.status() == 200) {
          keep(store, reply, forcedSeconds);
          return reply;
        }
      } catch (CachedReply.Unreadable e) {
        throw HttpFault.plain(String.valueOf(e.getMessage()));
      }
      return null;
    }

    private Host.HttpReply exchange(ObjectValue asked, Map<String, List<String>> conditions)
        throws HttpFault.Thrown {
      Host.HttpCall call = HttpRequest.call(context, asked);
      int retries = retries(asked);
      Map<String, List<String>> headers = new TreeMap<>(call.headers());
      headers.putAll(conditions);
      Host.HttpCall sent =
          new Host.HttpCall(
              call.method(),
              call.url(),
              headers,
              call.body(),
              call.timeoutNanos(),
              call.tls(),
              call.redirects(),
              retries);
      try {
        HttpRequest.check(sent);
        return context.host().send(sent);
      } catch (Host.NetworkFault e) {
        throw HttpFault.network(e);
      } catch (IOException e) {
        throw HttpFault.located(context, String.valueOf(e.getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw HttpFault.plain("context canceled");
      }
    }

    private static int retries(ObjectValue request) throws HttpFault.Thrown {
      Value value = request.get("max_retry_attempts");
      if (value == null) {
        return 0;
      }
      if (value instanceof NumberValue number
          && number.isLong()
          && number.longValue() >= 0
          && number.longValue() <= Integer.MAX_VALUE) {
        return (int) number.longValue();
      }
      throw HttpFault.plain("invalid value " + value + " for field \"max_retry_attempts\"");
    }
  }
}
