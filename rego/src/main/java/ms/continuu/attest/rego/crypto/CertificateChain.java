package ms.continuu.attest.rego.crypto;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ms.continuu.attest.rego.net.IpAddress;
import org.jspecify.annotations.Nullable;

/// Finds a chain from a leaf to a root as Go's `Certificate.Verify` does.
public final class CertificateChain {
  private static final int MAX_SIGNATURE_CHECKS = 100;

  /// What a chain must be good for.
  ///
  /// @param dnsName that the leaf must have; empty for any
  /// @param keyUsages by Go's numbers; none for servers' authentication
  public record Demand(String dnsName, Instant time, List<Integer> keyUsages) {
    public Demand {
      keyUsages = List.copyOf(keyUsages);
    }
  }

  private final List<X509Certificate> roots;
  private final List<X509Certificate> intermediates;
  private final Demand demand;
  private final List<List<X509Certificate>> chains = new ArrayList<>();
  private int signatureChecks;

  private CertificateChain(
      List<X509Certificate> roots, List<X509Certificate> intermediates, Demand demand) {
    this.roots = roots;
    this.intermediates = intermediates;
    this.demand = demand;
  }

  /// The first chain, leaf first, of certificates given root first; null when there is none.
  public static @Nullable List<X509Certificate> find(
      List<X509Certificate> certificates, Demand demand) {
    if (certificates.size() < 2) {
      return null;
    }
    X509Certificate leaf = certificates.getLast();
    List<X509Certificate> middle = new ArrayList<>();
    for (X509Certificate candidate : certificates.subList(1, certificates.size() - 1)) {
      if (middle.stream().noneMatch(other -> Arrays.equals(other.raw, candidate.raw))) {
        middle.add(candidate);
      }
    }
    return new CertificateChain(List.of(certificates.getFirst()), middle, demand).find(leaf);
  }

  private @Nullable List<X509Certificate> find(X509Certificate leaf) {
    if (!isValid(leaf, false, List.of())) {
      return null;
    }
    if (!demand.dnsName.isEmpty() && !hasName(leaf, demand.dnsName)) {
      return null;
    }
    if (Arrays.equals(roots.getFirst().raw, leaf.raw)) {
      chains.add(List.of(leaf));
    } else {
      build(List.of(leaf));
    }
    for (List<X509Certificate> chain : chains) {
      if (ChainPolicies.areValid(chain) && usagesFit(chain) && ChainConstraints.areMet(chain)) {
        return chain;
      }
    }
    return null;
  }

  private void build(List<X509Certificate> chain) {
    X509Certificate last = chain.getLast();
    for (X509Certificate root : parents(last, roots)) {
      if (isParent(root, false, chain)) {
        chains.add(extended(chain, root));
      }
    }
    for (X509Certificate intermediate : parents(last, intermediates)) {
      if (isParent(intermediate, true, chain)) {
        build(extended(chain, intermediate));
      }
    }
  }

  private static List<X509Certificate> extended(List<X509Certificate> chain, X509Certificate next) {
    List<X509Certificate> extended = new ArrayList<>(chain);
    extended.add(next);
    return extended;
  }

  /// Those of the issuer's name, the likeliest first: by whether the key identifiers match, one is
  /// missing, or they differ.
  private static List<X509Certificate> parents(X509Certificate child, List<X509Certificate> pool) {
    List<X509Certificate> matching = new ArrayList<>();
    List<X509Certificate> oneMissing = new ArrayList<>();
    List<X509Certificate> differing = new ArrayList<>();
    byte[] wanted = child.authorityKeyId == null ? new byte[0] : child.authorityKeyId;
    for (X509Certificate candidate : pool) {
      if (!Arrays.equals(candidate.rawSubject, child.rawIssuer)) {
        continue;
      }
      byte[] id = candidate.subjectKeyId == null ? new byte[0] : candidate.subjectKeyId;
      if (Arrays.equals(id, wanted)) {
        matching.add(candidate);
      } else if (id.length == 0 || wanted.length == 0) {
        oneMissing.add(candidate);
      } else {
        differing.add(candidate);
      }
    }
    matching.addAll(oneMissing);
    matching.addAll(differing);
    return matching;
  }

  private boolean isParent(
      X509Certificate candidate, boolean intermediate, List<X509Certificate> chain) {
    return ++signatureChecks <= MAX_SIGNATURE_CHECKS
        && candidate.publicKey != null
        && chain.stream().noneMatch(member -> isSameEntity(candidate, member))
        && signs(candidate, chain.getLast())
        && isValid(candidate, intermediate, chain);
  }

  /// Same subject, key and alternative names: what loops of cross-signing consist of.
  private static boolean isSameEntity(X509Certificate left, X509Certificate right) {
    return Arrays.equals(left.rawSubject, right.rawSubject)
        && Arrays.equals(left.rawPublicKey, right.rawPublicKey)
        && Arrays.equals(ChainConstraints.rawNames(left), ChainConstraints.rawNames(right));
  }

  private boolean isValid(
      X509Certificate certificate, boolean intermediate, List<X509Certificate> chain) {
    if (!certificate.unhandledCritical.isEmpty()
        || demand.time.isBefore(certificate.notBefore.toInstant())
        || demand.time.isAfter(certificate.notAfter.toInstant())) {
      return false;
    }
    if (intermediate && (!certificate.basicConstraintsValid || !certificate.isCa)) {
      return false;
    }
    return !certificate.basicConstraintsValid
        || certificate.maxPathLength < 0
        || chain.size() - 1 <= certificate.maxPathLength;
  }

  private static boolean signs(X509Certificate parent, X509Certificate child) {
    boolean mayNotSign =
        parent.version == 3 && !parent.basicConstraintsValid
            || parent.basicConstraintsValid && !parent.isCa
            || parent.keyUsage != 0 && (parent.keyUsage & 32) == 0;
    if (mayNotSign || parent.publicKey == null) {
      return false;
    }
    try {
      return verifies(parent.publicKey, child.signatureAlgorithm, child.rawTbs, child.signature);
    } catch (CryptoException e) {
      return false;
    }
  }

  private static boolean verifies(
      Key key, SignatureAlgorithm algorithm, byte[] signed, byte[] signature)
      throws CryptoException {
    return switch (algorithm) {
      case SHA256_RSA, SHA384_RSA, SHA512_RSA ->
          key instanceof Key.RsaPublic rsa
              && RsaSignature.verifyPkcs1(
                  rsa, algorithm.digest(), Digests.digest(algorithm.digest(), signed), signature);
      case SHA256_PSS, SHA384_PSS, SHA512_PSS -> {
        byte[] hash = Digests.digest(algorithm.digest(), signed);
        yield key instanceof Key.RsaPublic rsa
            && RsaSignature.verifyPss(rsa, algorithm.digest(), hash, signature, hash.length);
      }
      case SHA256_ECDSA, SHA384_ECDSA, SHA512_ECDSA ->
          key instanceof Key.EcPublic ec
              && verifiesAsn1(ec, Digests.digest(algorithm.digest(), signed), signature);
      case ED25519 ->
          key instanceof Key.EdPublic ed && CurveSignature.verify(ed, signed, signature);
      case UNKNOWN, MD5_RSA, SHA1_RSA, SHA1_DSA, SHA256_DSA, SHA1_ECDSA -> false;
    };
  }

  private static boolean verifiesAsn1(Key.EcPublic key, byte[] hash, byte[] signature) {
    Der outer = new Der(signature);
    Der pair = outer.enter(Der.SEQUENCE);
    if (pair == null || !outer.isEmpty()) {
      return false;
    }
    BigInteger r = pair.readInteger();
    BigInteger s = pair.readInteger();
    return r != null && s != null && pair.isEmpty() && CurveSignature.verify(key, hash, r, s);
  }

  private boolean usagesFit(List<X509Certificate> chain) {
    if (demand.keyUsages.contains(0)) {
      return true;
    }
    List<Integer> left =
        new ArrayList<>(demand.keyUsages.isEmpty() ? List.of(1) : demand.keyUsages);
    for (X509Certificate certificate : chain.reversed()) {
      List<Integer> usages = certificate.extendedKeyUsages;
      boolean any =
          usages.isEmpty() && certificate.unknownExtendedKeyUsages.isEmpty() || usages.contains(0);
      if (!any) {
        left.retainAll(usages);
        if (left.isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  /// Why the certificate is not for a host, in Go's words; null when it is.
  public static @Nullable String nameFault(X509Certificate certificate, String host) {
    if (hasName(certificate, host)) {
      return null;
    }
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    boolean isAddress = IpAddress.plain(bare) != null;
    if (isAddress && certificate.names.addresses.isEmpty()) {
      return "x509: cannot validate certificate for "
          + bare
          + " because it doesn't contain any IP SANs";
    }
    String commonName = certificate.subject.commonName();
    boolean legacy =
        ChainConstraints.rawNames(certificate) == null
            && isHostname(commonName, true)
            && matchesPattern(lower(commonName), lower(host));
    if (legacy) {
      return "x509: certificate relies on legacy Common Name field, use SANs instead";
    }
    List<String> names =
        isAddress
            ? certificate.names.addresses.stream().map(IpAddress::text).toList()
            : certificate.names.dns;
    return names.isEmpty()
        ? "x509: certificate is not valid for any names, but wanted to match " + bare
        : "x509: certificate is valid for " + String.join(", ", names) + ", not " + bare;
  }

  private static boolean hasName(X509Certificate certificate, String name) {
    String bare =
        name.length() >= 3 && name.startsWith("[") && name.endsWith("]")
            ? name.substring(1, name.length() - 1)
            : name;
    IpAddress address = IpAddress.plain(bare);
    if (address != null) {
      return certificate.names.addresses.stream()
          .anyMatch(other -> Arrays.equals(IpAddress.widened(other), address.wide()));
    }
    String wanted = lower(name);
    boolean valid = isHostname(wanted, false);
    for (String pattern : certificate.names.dns) {
      boolean matches =
          valid && isHostname(pattern, true)
              ? matchesPattern(lower(pattern), wanted)
              : matchesExactly(lower(pattern), wanted);
      if (matches) {
        return true;
      }
    }
    return false;
  }

  private static boolean matchesExactly(String left, String right) {
    return !left.isEmpty() && !left.equals(".") && left.equals(right);
  }

  private static boolean matchesPattern(String pattern, String name) {
    String[] wanted = pattern.split("\\.", -1);
    String[] given = withoutDot(name).split("\\.", -1);
    if (pattern.isEmpty() || wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      boolean wild = i == 0 && wanted[i].equals("*");
      if (!wild && !wanted[i].equals(given[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHostname(String name, boolean pattern) {
    String host = pattern ? name : withoutDot(name);
    if (host.isEmpty() || host.equals("*")) {
      return false;
    }
    String[] labels = host.split("\\.", -1);
    for (int i = 0; i < labels.length; i++) {
      boolean wild = pattern && i == 0 && labels[i].equals("*");
      if (!wild && !labels[i].matches("[a-zA-Z0-9_][a-zA-Z0-9_-]*")) {
        return false;
      }
    }
    return true;
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
