package ms.continuu.attest.operations.discover;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;

/// Why a file could not be read, for people.
public final class Unreadable {
  private Unreadable() {}

  public static Diagnostic of(String name, IOException fault) {
    String reason =
        switch (fault) {
          case FileSystemLoopException loop -> "symbolic links lead back to a folder above";
          case AccessDeniedException denied -> "permission denied";
          case NoSuchFileException none -> "the file that the symbolic link names is not there";
          default -> String.valueOf(fault.getMessage());
        };
    return Diagnostic.error("unreadable_file", reason, new SourceFile(name, "").at(0, 0));
  }
}
