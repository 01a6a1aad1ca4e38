package ms.continuu.attest.documents;

/// What a source may hold before reading it is refused.
///
/// @param bytes size of the source
/// @param depth nesting of arrays and objects
/// @param nodes nodes of the source after aliases are followed
/// @param documents documents of the source
public record DocumentLimits(long bytes, int depth, long nodes, int documents) {

  /// Room for a Terraform plan of 90 MB, not for a bomb.
  public static final DocumentLimits DEFAULT =
      new DocumentLimits(512L << 20, 1_000, 50_000_000L, 100_000);
}
