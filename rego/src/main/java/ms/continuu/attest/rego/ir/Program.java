package ms.continuu.attest.rego.ir;

import java.util.List;

/// A program ready to run.
///
/// @param root the virtual documents below `data`
/// @param ruleSets by number
public record Program(DocumentNode root, List<RuleSet> ruleSets) {}
