package ms.continuu.attest.operations.discover;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// Walks a folder: the files below it that are not ignored, and the folders with a `Chart.yaml` or
/// a `kustomization.yaml`.
final class FolderWalk extends SimpleFileVisitor<Path> {
  /// Folders of version control, and of what others wrote.
  private static final Set<String> SKIPPED =
      Set.of(".git", ".hg", ".svn", ".terraform", "node_modules", "vendor");

  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final Path top;
  private final boolean ignoring;
  private final Deque<IgnoreFiles> ignored = new ArrayDeque<>();
  private final List<Path> files = new ArrayList<>();
  private final List<Path> charts = new ArrayList<>();
  private final List<Path> kustomizations = new ArrayList<>();
  private final List<Diagnostic> faults = new ArrayList<>();

  private FolderWalk(Path top, boolean ignoring) {
    this.top = top;
    this.ignoring = ignoring;
  }

  /// What is below a folder, in the order of names.
  record Found(
      List<Path> files, List<Path> charts, List<Path> kustomizations, List<Diagnostic> faults) {}

  /// @param ignoring whether ignore files count
  static Found below(Path top, boolean ignoring) throws IOException {
    FolderWalk walk = new FolderWalk(top, ignoring);
    Files.walkFileTree(top, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    walk.files.sort(null);
    walk.charts.sort(null);
    walk.kustomizations.sort(null);
    return new Found(walk.files, walk.charts, walk.kustomizations, walk.faults);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    if (folder.equals(top)) {
      if (ignoring) {
        ignored.push(IgnoreFiles.from(top));
      }
      return FileVisitResult.CONTINUE;
    }
    Path name = folder.getFileName();
    IgnoreFiles above = ignored.peek();
    if (name != null && SKIPPED.contains(name.toString())
        || above != null && above.ignores(folder, true)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (above != null) {
      ignored.push(above.below(folder));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) {
    ignored.poll();
    if (fault != null) {
      faults.add(Unreadable.of(folder.toString(), fault));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    IgnoreFiles here = ignored.peek();
    if (attributes.isDirectory() || here != null && here.ignores(file, false)) {
      return FileVisitResult.CONTINUE;
    }
    files.add(file);
    String name = String.valueOf(file.getFileName());
    Path folder = file.getParent();
    if (folder != null && name.equals("Chart.yaml")) {
      charts.add(folder);
    } else if (folder != null && KUSTOMIZATIONS.contains(name)) {
      kustomizations.add(folder);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException fault) {
    IgnoreFiles here = ignored.peek();
    if (here == null || !here.ignores(file, Files.isDirectory(file))) {
      faults.add(Unreadable.of(file.toString(), fault));
    }
    return FileVisitResult.CONTINUE;
  }
}
