package ms.continuu.attest.operations.check;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.operations.policies.Faults;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;

/// Finds the files to judge: those named, and those below folders whose names tell a known format.
///
/// @param notes files left out
public record SubjectFiles(
    List<SubjectFile> files, List<Diagnostic> faults, List<Diagnostic> notes) {
  private static final Set<String> SKIPPED =
      Set.of(".git", ".hg", ".svn", ".terraform", "node_modules");

  /// A file, by the name that the user knows it by.
  public record SubjectFile(String name, Path path) {
    public boolean isStandardInput() {
      return name.equals("-");
    }
  }

  static SubjectFiles find(List<String> names) {
    return find(names, name -> FileDocuments.formatOf(name) != null);
  }

  /// The files named, and those below folders that are wanted by their name.
  public static SubjectFiles find(List<String> names, Predicate<String> wanted) {
    SubjectFiles found = new SubjectFiles(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (String name : names) {
      if (name.equals("-")) {
        found.files.add(new SubjectFile("-", Path.of("-")));
        continue;
      }
      try {
        found.add(name, Path.of(name), wanted);
      } catch (InvalidPathException e) {
        found.faults.add(Faults.fault("no_such_file", name + ": no file can have this name", ""));
      } catch (IOException e) {
        found.faults.add(unreadable(name, e));
      }
    }
    return found;
  }

  private void add(String name, Path path, Predicate<String> wanted) throws IOException {
    if (!Files.exists(path)) {
      faults.add(Faults.fault("no_such_file", name + ": no such file or folder", ""));
    } else if (!Files.isDirectory(path)) {
      files.add(new SubjectFile(name, path));
    } else {
      List<SubjectFile> below = new ArrayList<>();
      Files.walkFileTree(
          path,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new Walk(path, wanted, below));
      below.sort(Comparator.comparing(SubjectFile::name));
      files.addAll(below);
    }
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path top;
    private final Predicate<String> wanted;
    private final List<SubjectFile> below;

    Walk(Path top, Predicate<String> wanted, List<SubjectFile> below) {
      this.top = top;
      this.wanted = wanted;
      this.below = below;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      Path name = folder.getFileName();
      boolean skipped = !folder.equals(top) && name != null && SKIPPED.contains(name.toString());
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isDirectory() || !wanted.test(file.toString())) {
        return FileVisitResult.CONTINUE;
      }
      if (isChartTemplate(file)) {
        notes.add(
            new Diagnostic(
                "chart_template",
                Diagnostic.Severity.NOTE,
                file + ": left out, as it is a template of a Helm chart",
                null,
                List.of(),
                List.of(),
                "render the chart with `helm template` and check the result"));
      } else {
        below.add(new SubjectFile(file.toString(), file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
      faults.add(unreadable(file.toString(), fault));
      return FileVisitResult.CONTINUE;
    }

    /// Whether the file lies below the `templates` of a folder with a `Chart.yaml`.
    private static boolean isChartTemplate(Path file) {
      for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
        Path name = folder.getFileName();
        Path above = folder.getParent();
        if (name != null
            && above != null
            && name.toString().equals("templates")
            && Files.exists(above.resolve("Chart.yaml"))) {
          return true;
        }
      }
      return false;
    }
  }

  /// Why a file could not be read, for people.
  public static Diagnostic unreadable(String name, IOException fault) {
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
