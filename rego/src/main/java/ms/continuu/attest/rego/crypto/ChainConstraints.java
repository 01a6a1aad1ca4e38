package ms.continuu.attest.rego.crypto;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import ms.continuu.attest.rego.crypto.X509Certificate.AddressRange;
import ms.continuu.attest.rego.crypto.X509Certificate.AlternativeNames;
import ms.continuu.attest.rego.crypto.X509Certificate.NameConstraints;
import ms.continuu.attest.rego.net.GoUrl;
import ms.continuu.attest.rego.net.IpAddress;
import org.jspecify.annotations.Nullable;

/// Name constraints along a chain (RFC 5280, 4.2.1.10): each holds for all certificates below.
final class ChainConstraints {
  private ChainConstraints() {}

  static boolean areMet(List<X509Certificate> chain) {
    for (int i = 0; i < chain.size(); i++) {
      X509Certificate certificate = chain.get(i);
      if (rawNames(certificate) == null) {
        continue;
      }
      for (X509Certificate above : chain.subList(i + 1, chain.size())) {
        boolean constrains = extension(above, 30) != null;
        if (constrains && !meets(certificate.names, above)) {
          return false;
        }
      }
    }
    return true;
  }

  /// The value of the SAN extension, or null.
  static byte @Nullable [] rawNames(X509Certificate certificate) {
    return extension(certificate, 17);
  }

  private static byte @Nullable [] extension(X509Certificate certificate, int arc) {
    for (X509Certificate.Extension extension : certificate.extensions) {
      if (extension.id().is(2, 5, 29, arc)) {
        return extension.value();
      }
    }
    return null;
  }

  private static boolean meets(AlternativeNames names, X509Certificate above) {
    NameConstraints permitted = above.permitted;
    NameConstraints excluded = above.excluded;
    for (GoUrl url : names.urls) {
      String domain = domain(url);
      if (domain == null
          || !meets(
              domain, permitted.urlDomains, excluded.urlDomains, ChainConstraints::isWithin)) {
        return false;
      }
    }
    for (String email : names.emails) {
      Mailbox mailbox = Mailbox.parse(email);
      if (mailbox == null
          || !meets(mailbox, permitted.emails, excluded.emails, ChainConstraints::matches)) {
        return false;
      }
    }
    for (byte[] address : names.addresses) {
      if (!meetsAddress(address, permitted.addresses, excluded.addresses)) {
        return false;
      }
    }
    for (String name : names.dns) {
      if (!NameConstraintParser.isDomain(name, false)
          || !meets(name, permitted.dns, excluded.dns, ChainConstraints::isWithin)) {
        return false;
      }
    }
    return true;
  }

  private static <T> boolean meets(
      T name, List<String> permitted, List<String> excluded, BiPredicate<String, T> matches) {
    boolean allowed =
        permitted.isEmpty()
            || permitted.stream().anyMatch(constraint -> matches.test(constraint, name));
    return allowed
        && excluded.stream()
            .noneMatch(constraint ->
                matches.test(constraint, name)
                    || name instanceof String text && isParentWildcard(constraint, text));
  }

  /// A wildcard whose siblings an excluded name is one of.
  private static boolean isParentWildcard(String constraint, String name) {
    int constraintDot = constraint.indexOf('.');
    int dot = name.indexOf('.');
    return name.startsWith("*")
        && constraintDot >= 0
        && dot >= 0
        && constraint.substring(constraintDot).equalsIgnoreCase(name.substring(dot));
  }

  private static boolean meetsAddress(
      byte[] address, List<AddressRange> permitted, List<AddressRange> excluded) {
    boolean allowed =
        permitted.isEmpty() || permitted.stream().anyMatch(range -> range.contains(address));
    return allowed && excluded.stream().noneMatch(range -> range.contains(address));
  }

  private static boolean matches(String constraint, Mailbox mailbox) {
    String domain = mailbox.domain().toLowerCase(Locale.ROOT);
    if (constraint.indexOf('@') < 0) {
      return isWithin(constraint, domain);
    }
    Mailbox exact = Mailbox.parse(constraint);
    return exact != null
        && exact.local().equals(mailbox.local())
        && exact.domain().equalsIgnoreCase(domain);
  }

  /// Whether a name is the domain of a constraint or one below it.
  private static boolean isWithin(String constraint, String name) {
    if (constraint.isEmpty()) {
      return true;
    }
    int offset = name.length() - constraint.length();
    if (offset < 0 || !name.regionMatches(true, offset, constraint, 0, constraint.length())) {
      return false;
    }
    return constraint.startsWith(".") || offset == 0 || name.charAt(offset - 1) == '.';
  }

  /// The host of a URL, without port; null when it cannot be constrained.
  private static @Nullable String domain(GoUrl url) {
    String host = url.host().toLowerCase(Locale.ROOT);
    if (host.isEmpty() || host.endsWith("]") || host.startsWith("[")) {
      return null;
    }
    int colon = host.lastIndexOf(':');
    if (colon >= 0) {
      if (host.indexOf(':') != colon) {
        return null;
      }
      host = host.substring(0, colon);
    }
    return IpAddress.plain(host) == null ? host : null;
  }
}
