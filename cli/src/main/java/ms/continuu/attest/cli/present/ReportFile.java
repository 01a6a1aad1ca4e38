package ms.continuu.attest.cli.present;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import ms.continuu.attest.value.Utf8;

/// Writes files whole or not at all: the old one stays until the new one is on the disk.
public final class ReportFile {
  private ReportFile() {}

  /// Writes a text as UTF-8.
  public static void write(Path file, String text) throws IOException {
    byte[] bytes = Utf8.encode(text);
    // What a symbolic link names is replaced, not the link.
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      // A pipe or a device cannot be replaced.
      Files.write(target, bytes);
      return;
    }
    boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
    Path part = Files.createTempFile(target.getParent(), ".attest", ".part", readableBy(posix));
    try {
      if (posix && Files.exists(target)) {
        Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
      }
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// Temporary files are their owner's alone; a report is as any other new file, less what the
  /// process masks.
  private static FileAttribute<?>[] readableBy(boolean posix) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-"))
        }
        : new FileAttribute<?>[0];
  }

  /// Why a file could not be written, for people.
  public static String reason(IOException fault) {
    return switch (fault) {
      case NoSuchFileException none -> "no such folder";
      case AccessDeniedException denied -> "permission denied";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(fault.getMessage());
    };
  }
}
