package ms.continuu.attest.rego.types;

import org.jspecify.annotations.Nullable;

/// A release of OPA, as `1.22.2` or `0.25.0-rc1`. A candidate is before its release.
record Release(int major, int minor, int patch, String candidate) implements Comparable<Release> {

  static Release parse(String text) {
    String[] halves = text.split("-", 2);
    String[] numbers = halves[0].split("\\.");
    return new Release(
        Integer.parseInt(numbers[0]),
        Integer.parseInt(numbers[1]),
        Integer.parseInt(numbers[2]),
        halves.length == 1 ? "" : halves[1]);
  }

  @Override
  public int compareTo(Release other) {
    int order = Integer.compare(major, other.major);
    if (order == 0) {
      order = Integer.compare(minor, other.minor);
    }
    if (order == 0) {
      order = Integer.compare(patch, other.patch);
    }
    if (order == 0 && candidate.isEmpty() != other.candidate.isEmpty()) {
      order = candidate.isEmpty() ? 1 : -1;
    }
    return order != 0 ? order : candidate.compareTo(other.candidate);
  }

  /// Whether this is it or a later one; nothing was there at a null release.
  boolean has(@Nullable Release since) {
    return since != null && compareTo(since) >= 0;
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch + (candidate.isEmpty() ? "" : "-" + candidate);
  }
}
