package ms.continuu.attest.operations.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.GoPaths;
import ms.continuu.attest.operations.files.PathFilter;
import ms.continuu.attest.operations.files.SourceFiles;

/// The files of a bundle, from a directory or an archive, in order.
public final class BundleFiles {
  private BundleFiles() {}

  /// The files of an archive, by the names they have in it.
  ///
  /// @param baseUrl the archive's own path
  public static List<BundleFile> ofArchive(byte[] archive, String baseUrl, PathFilter filter)
      throws Failure {
    List<BundleFile> files = new ArrayList<>();
    Set<String> skipped = new HashSet<>();
    String base = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    for (TarGz.Entry entry : TarGz.read(archive)) {
      String directory = GoPaths.trimSlashes(GoPaths.directory(entry.name()));
      String trimmed = GoPaths.trimSlashes(entry.name());
      if (entry.isDirectory()) {
        if (filter.excludes(entry.name(), true, 1)) {
          skipped.add(trimmed);
        }
      } else if (!filter.excludes(entry.name(), false, 1)
          && skipped.stream().noneMatch(directory::startsWith)) {
        files.add(new BundleFile(GoPaths.join(base, entry.name()), entry.name(), entry.bytes()));
      }
    }
    return files;
  }

  /// The files of a directory, by their paths from it, with a slash before.
  ///
  /// @param followLinks whether links to files count as files
  public static List<BundleFile> ofDirectory(
      String directory, PathFilter filter, boolean followLinks) throws Failure {
    String root = directory;
    if (root.startsWith("./")) {
      root = root.equals("./") ? "." : root.substring(2);
    }
    List<BundleFile> files = new ArrayList<>();
    walk(root, root, filter, followLinks, files);
    return files;
  }

  private static void walk(
      String path, String root, PathFilter filter, boolean followLinks, List<BundleFile> files)
      throws Failure {
    Path file = Path.of(path);
    boolean link = Files.isSymbolicLink(file);
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      if (filter.excludes(path, true, 1)) {
        return;
      }
      for (String name : SourceFiles.names(path)) {
        walk(GoPaths.join(path, name), root, filter, followLinks, files);
      }
    } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || followLinks && link) {
      if (!filter.excludes(path, false, 1)) {
        String within = within(path, root);
        files.add(new BundleFile(GoPaths.join(root, within), within, read(path)));
      }
    }
  }

  private static String within(String path, String root) {
    boolean manifest = GoPaths.base(path).equals(".manifest");
    boolean whole = root.equals(".") && manifest;
    String rest = !whole && path.startsWith(root) ? path.substring(root.length()) : path;
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  private static byte[] read(String path) throws Failure {
    try {
      return Files.readAllBytes(Path.of(path));
    } catch (IOException e) {
      throw Failure.of("failed to open file " + path + ": open " + path + ": " + Failure.reason(e));
    }
  }
}
