/// What there is to judge: files, folders, globs and what a change touches, without what is
/// ignored.
@NullMarked
package ms.continuu.attest.operations.discover;

import org.jspecify.annotations.NullMarked;
