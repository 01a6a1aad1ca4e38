package ms.continuu.attest.policy.host;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import ms.continuu.attest.rego.crypto.CryptoException;
import ms.continuu.attest.rego.crypto.KeyPair;
import ms.continuu.attest.rego.crypto.Pem;
import ms.continuu.attest.rego.crypto.X509Certificate;
import ms.continuu.attest.rego.net.IpAddress;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// How a connection is made, by `http.send`'s own options.
///
/// @param roots certificates that are trusted; none for those of the JDK
/// @param serverName to ask for and to check; empty for the URL's host
/// @param isGiven whether the request said anything of TLS
record TlsOptions(
    List<KeyPair> clients,
    List<byte[]> roots,
    boolean systemRoots,
    boolean skipsVerification,
    String serverName,
    boolean isGiven,
    @Nullable String unixSocket) {

  static TlsOptions of(
      Map<String, Value> options,
      Map<String, String> environment,
      Map<String, List<String>> headers)
      throws IOException {
    Reading reading = new Reading(options, environment);
    List<KeyPair> clients = reading.clients();
    List<byte[]> roots = reading.roots();
    boolean system = reading.flag("tls_use_system_certs");
    String name = reading.text("tls_server_name");
    List<String> host = headers.get("Host");
    if (name.isEmpty() && host != null) {
      name = host.getFirst();
    }
    boolean skips = reading.flag("tls_insecure_skip_verify");
    String socket = options.containsKey("unix_socket") ? reading.text("unix_socket") : null;
    boolean given = skips || !name.isEmpty() || system || !roots.isEmpty() || !clients.isEmpty();
    return new TlsOptions(
        clients, roots, system || roots.isEmpty(), skips, name, given || socket != null, socket);
  }

  /// Certificates and keys out of texts, files and the environment, with Go's refusals.
  private record Reading(Map<String, Value> options, Map<String, String> environment) {
    String text(String name) {
      return options.get(name) instanceof StringValue string ? string.text() : "";
    }

    boolean flag(String name) {
      return BooleanValue.TRUE.equals(options.get(name));
    }

    List<KeyPair> clients() throws IOException {
      List<KeyPair> clients = new ArrayList<>();
      if (bothGiven("")) {
        clients.add(
            pair(Utf8.encode(text("tls_client_cert")), Utf8.encode(text("tls_client_key")), ""));
      }
      if (bothGiven("_file")) {
        byte[] certificate = file(text("tls_client_cert_file"));
        clients.add(pair(certificate, file(text("tls_client_key_file")), ""));
      }
      if (bothGiven("_env_variable")) {
        String certificate = text("tls_client_cert_env_variable");
        String key = text("tls_client_key_env_variable");
        clients.add(
            pair(
                variable(certificate),
                variable(key),
                "cannot extract public/private key pair from envvars "
                    + RegoText.quote(certificate)
                    + ", "
                    + RegoText.quote(key)
                    + ": "));
      }
      return clients;
    }

    private boolean bothGiven(String source) {
      return !text("tls_client_cert" + source).isEmpty()
          && !text("tls_client_key" + source).isEmpty();
    }

    private static KeyPair pair(byte[] certificate, byte[] key, String context) throws IOException {
      try {
        return KeyPair.parse(certificate, key);
      } catch (CryptoException e) {
        throw new IOException(context + e.text(), e);
      }
    }

    private byte[] variable(String name) {
      return Utf8.encode(environment.getOrDefault(name, ""));
    }

    private static byte[] file(String path) throws IOException {
      try {
        return Files.readAllBytes(Path.of(path));
      } catch (NoSuchFileException e) {
        throw new IOException("open " + path + ": no such file or directory", e);
      }
    }

    List<byte[]> roots() throws IOException {
      List<byte[]> roots = new ArrayList<>();
      String given = text("tls_ca_cert").replace("\\n", "\n");
      if (!given.isEmpty()) {
        roots.addAll(certificates(Utf8.encode(given), "could not append certificates"));
      }
      String path = text("tls_ca_cert_file");
      if (!path.isEmpty()) {
        roots.addAll(
            certificates(
                file(path), "could not append CA certificates from " + RegoText.quote(path)));
      }
      String variable = text("tls_ca_cert_env_variable");
      if (!variable.isEmpty()) {
        roots.addAll(
            certificates(
                variable(variable),
                "could not add CA certificates from envvar "
                    + RegoText.quote(variable)
                    + ": could not append certificates"));
      }
      return roots;
    }

    private static List<byte[]> certificates(byte[] pem, String refusal) throws IOException {
      List<byte[]> certificates = new ArrayList<>();
      for (Pem block : Pem.all(pem)) {
        if (block.type().equals("CERTIFICATE")) {
          try {
            X509Certificate.parse(block.bytes());
            certificates.add(block.bytes());
          } catch (CryptoException e) {
            // Go skips what it cannot read.
          }
        }
      }
      if (certificates.isEmpty()) {
        throw new IOException(refusal);
      }
      return certificates;
    }
  }

  /// TLS over a socket, with the handshake done.
  Socket secure(Socket socket, String host, int port, Deadline deadline) throws IOException {
    String name = serverName.isEmpty() ? host : serverName;
    ServerTrust trust = new ServerTrust(this, name);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {ClientKeys.of(clients)}, new TrustManager[] {trust}, null);
      SSLSocket secured =
          (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
      SSLParameters parameters = secured.getSSLParameters();
      if (IpAddress.plain(name) == null && name.chars().allMatch(c -> c < 0x80)) {
        parameters.setServerNames(
            List.of(new SNIHostName(name.getBytes(StandardCharsets.US_ASCII))));
      }
      secured.setSSLParameters(parameters);
      secured.setSoTimeout(deadline.leftMillis());
      secured.startHandshake();
      return secured;
    } catch (SocketTimeoutException e) {
      socket.close();
      throw e;
    } catch (SSLException e) {
      socket.close();
      throw new IOException(refusal(trust, e), e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      socket.close();
      throw new IOException("tls: " + e.getMessage(), e);
    }
  }

  private static String refusal(ServerTrust trust, SSLException e) {
    String refusal = trust.refusal();
    if (refusal != null) {
      return "tls: failed to verify certificate: " + refusal;
    }
    return alert(e);
  }

  /// What a fault of TLS is called by Go.
  static String alert(SSLException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("Unsupported or unrecognized SSL message")) {
      return "http: server gave HTTP response to HTTPS client";
    }
    if (message.contains("certificate_required")) {
      return "remote error: tls: certificate required";
    }
    if (message.contains("bad_certificate")) {
      return "remote error: tls: bad certificate";
    }
    if (message.contains("handshake_failure")) {
      return "remote error: tls: handshake failure";
    }
    return message.contains("terminated the handshake") ? "EOF" : "tls: " + message;
  }
}
