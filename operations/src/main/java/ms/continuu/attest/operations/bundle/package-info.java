/// Bundles: policies and data as one artefact, a directory or a gzipped tar archive.
@NullMarked
package ms.continuu.attest.operations.bundle;

import org.jspecify.annotations.NullMarked;
