package ms.continuu.attest.policy.report;

import java.util.function.ToLongFunction;

/// Reports for readers that take only so much: the mildest findings are left out until it fits.
///
/// @param findings how many the reader takes
/// @param size how large the reader finds a text
/// @param limit how large it may be
record Fitting(int findings, ToLongFunction<String> size, long limit) {

  /// Writes the report of what is kept.
  @FunctionalInterface
  interface Writer {
    String write(CheckResult kept, int leftOut);
  }

  /// The report of as many of the worst findings as fit.
  String write(CheckResult result, Writer writer) {
    int all = result.findings().size();
    int kept = Math.min(all, findings);
    while (true) {
      String text = writer.write(result.worst(kept), all - kept);
      long length = size.applyAsLong(text);
      if (length <= limit || kept == 0) {
        return text;
      }
      // What is left out frees less than its share, as the frame stays: a bit more goes each time.
      kept = (int) Math.min(kept - 1L, (long) (kept * (double) limit / length * 0.95));
    }
  }
}
