package ms.continuu.attest.cli.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.FlagSet;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.operations.discover.Discovery;
import ms.continuu.attest.operations.policies.NearestName;
import ms.continuu.attest.operations.render.Rendering;

/// The flags that say what a check reads.
final class DiscoveryFlags {
  private static final Duration RENDER_LIMIT = Duration.ofMinutes(1);

  private final TextFlag inputType;
  private final TextFlag changedSince;
  private final BooleanFlag noIgnore;
  private final BooleanFlag noRender;
  private final ListFlag helmValues;
  private final BooleanFlag fetch;

  DiscoveryFlags(FlagSet flags) {
    inputType = flags.text("input-type", "");
    changedSince = flags.text("changed-since", "");
    noIgnore = flags.bool("no-ignore");
    noRender = flags.bool("no-render");
    helmValues = flags.repeated("helm-values");
    fetch = flags.bool("fetch");
  }

  /// @throws FlagException when a flag makes no sense
  Discovery.Options options(Map<String, String> environment) throws FlagException {
    DocumentFormat format = FileDocuments.named(inputType.value());
    if (format == null && inputType.isChanged()) {
      throw new FlagException(unknown(inputType.value()));
    }
    if (changedSince.isChanged() && changedSince.value().isEmpty()) {
      throw new FlagException("--changed-since needs a commit, such as `origin/main`");
    }
    Rendering rendering =
        new Rendering(
            !noRender.isOn(), fetch.isOn(), helmValues.values(), RENDER_LIMIT, environment);
    return new Discovery.Options(
        format == null ? Discovery.Options::isDocument : name -> true,
        format,
        changedSince.value(),
        !noIgnore.isOn(),
        rendering);
  }

  private static String unknown(String name) {
    List<String> names = FileDocuments.names();
    String meant = NearestName.to(name, names);
    return "--input-type: `"
        + name
        + "` is no format"
        + (meant == null ? "" : "; did you mean `" + meant + "`?")
        + " (there are "
        + String.join(", ", names)
        + ")";
  }
}
