package ms.continuu.attest.policy.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.net.IpAddress;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// This machine: its clock, randomness, environment, names and network.
public final class JdkHost implements Host {
  /// The release of OPA that this is like.
  private static final String RELEASE = "1.22.2";

  private final SecureRandom random = new SecureRandom();
  private final Map<String, String> environment;
  private final @Nullable List<String> allowedHosts;
  private final HttpTransport transport;

  private JdkHost(Map<String, String> environment, @Nullable List<String> allowedHosts) {
    this.environment = Map.copyOf(environment);
    this.allowedHosts = allowedHosts;
    this.transport = new HttpTransport(environment);
  }

  /// The machine with an environment, which `opa.runtime()` shows.
  public static JdkHost with(Map<String, String> environment) {
    return new JdkHost(environment, null);
  }

  /// The same, but that requests may go to these hosts only, as capabilities' `allow_net` says;
  /// null for any.
  public JdkHost allowing(@Nullable List<String> hosts) {
    return new JdkHost(environment, hosts == null ? null : List.copyOf(hosts));
  }

  @Override
  public long nowNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  @Override
  public void randomBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }

  @Override
  public long randomLong(long bound) {
    return random.nextLong(bound);
  }

  @Override
  public Value runtime() {
    ObjectValue.Builder variables = ObjectValue.builder(environment.size());
    environment.forEach((name, value) -> variables.put(name, StringValue.of(value)));
    return ObjectValue.builder()
        .put("env", variables.build())
        .put("version", StringValue.of(RELEASE))
        .put("commit", StringValue.EMPTY)
        .put("authorization_enabled", BooleanValue.FALSE)
        .put("skip_known_schema_check", BooleanValue.FALSE)
        .build();
  }

  @Override
  public List<String> lookUpAddresses(String name) throws IOException {
    if (name.isEmpty()) {
      throw new IOException("lookup : no such host");
    }
    try {
      return Arrays.stream(InetAddress.getAllByName(name))
          .map(address -> IpAddress.text(address.getAddress()))
          .toList();
    } catch (UnknownHostException e) {
      throw new IOException("lookup " + name + Connection.nameServer() + ": no such host", e);
    }
  }

  @Override
  public HttpReply send(HttpCall call) throws IOException, InterruptedException {
    return transport.send(call);
  }

  @Override
  public @Nullable List<String> allowedHosts() {
    return allowedHosts;
  }
}
