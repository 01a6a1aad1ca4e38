package ms.continuu.attest.policy.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import ms.continuu.attest.rego.crypto.CertificateChain;
import ms.continuu.attest.rego.crypto.CryptoException;
import org.jspecify.annotations.Nullable;

/// Judges a server's certificates as Go does: its time, its name, then its chain.
final class ServerTrust extends X509ExtendedTrustManager {
  private final TlsOptions options;
  private final String name;
  private @Nullable String refusal;

  ServerTrust(TlsOptions options, String name) {
    this.options = options;
    this.name = name;
  }

  /// Why the server was refused, or null.
  @Nullable String refusal() {
    return refusal;
  }

  private void check(X509Certificate[] chain, String authType) throws CertificateException {
    if (options.skipsVerification()) {
      return;
    }
    refusal = judge(chain, authType);
    if (refusal != null) {
      throw new CertificateException(refusal);
    }
  }

  private @Nullable String judge(X509Certificate[] chain, String authType)
      throws CertificateException {
    try {
      chain[0].checkValidity();
    } catch (CertificateExpiredException e) {
      return validity("after", chain[0].getNotAfter().toInstant());
    } catch (CertificateNotYetValidException e) {
      return validity("before", chain[0].getNotBefore().toInstant());
    }
    try {
      String fault =
          CertificateChain.nameFault(
              ms.continuu.attest.rego.crypto.X509Certificate.parse(chain[0].getEncoded()), name);
      if (fault != null) {
        return fault;
      }
    } catch (CryptoException e) {
      return e.text();
    }
    for (X509TrustManager manager : managers()) {
      try {
        manager.checkServerTrusted(chain, authType);
        return null;
      } catch (CertificateException e) {
        // Perhaps it is one of the other roots'.
      }
    }
    return "x509: certificate signed by unknown authority";
  }

  private static String validity(String relation, Instant limit) {
    return "x509: certificate has expired or is not yet valid: current time "
        + Instant.now().truncatedTo(ChronoUnit.SECONDS)
        + " is "
        + relation
        + " "
        + limit;
  }

  private List<X509TrustManager> managers() {
    List<X509TrustManager> managers = new ArrayList<>();
    try {
      if (options.systemRoots()) {
        managers.addAll(managers(null));
      }
      if (!options.roots().isEmpty()) {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (int i = 0; i < options.roots().size(); i++) {
          byte[] root = options.roots().get(i);
          store.setCertificateEntry(
              "root-" + i, factory.generateCertificate(new ByteArrayInputStream(root)));
        }
        managers.addAll(managers(store));
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
    return managers;
  }

  private static List<X509TrustManager> managers(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    List<X509TrustManager> managers = new ArrayList<>();
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        managers.add(x509);
      }
    }
    return managers;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("this side is the client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("this side is the client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this side is the client");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
