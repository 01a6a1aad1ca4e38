package ms.continuu.attest.policy.host;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.Socket;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.X509ExtendedKeyManager;
import ms.continuu.attest.rego.crypto.Key;
import ms.continuu.attest.rego.crypto.KeyPair;
import org.jspecify.annotations.Nullable;

/// The client's certificates; the first whose key a server can take is shown.
final class ClientKeys extends X509ExtendedKeyManager {

  private record Entry(X509Certificate[] chain, PrivateKey key) {}

  private final List<Entry> entries;

  private ClientKeys(List<Entry> entries) {
    this.entries = entries;
  }

  static ClientKeys of(List<KeyPair> pairs) throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Entry> entries = new ArrayList<>();
    for (KeyPair pair : pairs) {
      X509Certificate[] chain = new X509Certificate[pair.chain().size()];
      for (int i = 0; i < chain.length; i++) {
        chain[i] =
            (X509Certificate)
                factory.generateCertificate(new ByteArrayInputStream(pair.chain().get(i)));
      }
      entries.add(new Entry(chain, privateKey(pair.privateKey())));
    }
    return new ClientKeys(entries);
  }

  private static PrivateKey privateKey(Key key) throws GeneralSecurityException {
    return switch (key) {
      case Key.RsaPrivate rsa -> {
        Key.Crt crt = Objects.requireNonNull(rsa.crt());
        yield KeyFactory.getInstance("RSA")
            .generatePrivate(
                new RSAPrivateCrtKeySpec(
                    rsa.publicKey().modulus(),
                    BigInteger.valueOf(rsa.publicKey().exponent()),
                    rsa.exponent(),
                    rsa.primes().get(0),
                    rsa.primes().get(1),
                    crt.dp(),
                    crt.dq(),
                    crt.qInverse()));
      }
      case Key.EcPrivate ec -> {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(ec.publicKey().curve().jdkName()));
        yield KeyFactory.getInstance("EC")
            .generatePrivate(
                new ECPrivateKeySpec(
                    ec.scalar(), parameters.getParameterSpec(ECParameterSpec.class)));
      }
      case Key.EdPrivate ed ->
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(
                  new EdECPrivateKeySpec(NamedParameterSpec.ED25519, ed.seed().bytes()));
      default -> throw new GeneralSecurityException("no key for TLS: " + key.goType());
    };
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    for (int i = 0; i < entries.size(); i++) {
      String algorithm = entries.get(i).key.getAlgorithm();
      for (String type : keyTypes) {
        if (type.startsWith(algorithm) || type.startsWith("Ed") && algorithm.startsWith("Ed")) {
          return Integer.toString(i);
        }
      }
    }
    return null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return entries.get(Integer.parseInt(alias)).chain;
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return entries.get(Integer.parseInt(alias)).key;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
