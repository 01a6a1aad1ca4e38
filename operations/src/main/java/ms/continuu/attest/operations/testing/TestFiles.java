package ms.continuu.attest.operations.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import ms.continuu.attest.operations.policies.Faults;
import ms.continuu.attest.operations.policies.PolicyFiles;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;

/// Policies and the tests about them, read from disk.
///
/// @param policies the policies, and what is wrong with any of the files
/// @param tests the files of tests
record TestFiles(PolicyFiles policies, List<SourceFile> tests) {
  private static final String POLICY = ".rego";
  private static final String TEST = "_test.rego";

  /// Reads what paths hold. A policy's file brings the tests beside it along, and the tests' file
  /// the policy.
  ///
  /// @param library ATTEST's own policies, whose shared modules others may draw on
  static TestFiles read(List<String> paths, Path library) {
    SequencedSet<String> policyPaths = new LinkedHashSet<>();
    SequencedSet<String> testPaths = new LinkedHashSet<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (String name : paths) {
      try {
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
          policyPaths.add(name);
          testsBelow(path).forEach(file -> testPaths.add(file.toString()));
        } else if (name.endsWith(TEST)) {
          testPaths.add(name);
          addIfThere(name.substring(0, name.length() - TEST.length()) + POLICY, policyPaths);
        } else {
          policyPaths.add(name);
          if (name.endsWith(POLICY)) {
            addIfThere(name.substring(0, name.length() - POLICY.length()) + TEST, testPaths);
          }
        }
      } catch (IOException | InvalidPathException e) {
        faults.add(Faults.fault("unreadable_test", name + ": cannot be read: " + reason(e), ""));
      }
    }
    List<SourceFile> tests = read(testPaths.stream().map(Path::of).toList(), faults);
    PolicyFiles files = PolicyFiles.read(List.copyOf(policyPaths), List.of(), library);
    faults.addAll(files.faults());
    List<SourceFile> shared = new ArrayList<>(files.sources().library());
    if (!shared.isEmpty()) {
      shared.addAll(sharedTests(library, faults));
    }
    PolicySources sources =
        new PolicySources(files.sources().files(), files.sources().data(), shared);
    return new TestFiles(new PolicyFiles(sources, List.copyOf(faults)), tests);
  }

  private static void addIfThere(String name, SequencedSet<String> paths) {
    if (Files.exists(Path.of(name))) {
      paths.add(name);
    }
  }

  /// What the library's tests share.
  private static List<SourceFile> sharedTests(Path library, List<Diagnostic> faults) {
    Path shared = library.resolve("lib");
    try {
      return Files.isDirectory(shared) ? read(testsBelow(shared), faults) : List.of();
    } catch (IOException e) {
      faults.add(Faults.fault("unreadable_test", shared + ": cannot be read: " + reason(e), ""));
      return List.of();
    }
  }

  private static List<Path> testsBelow(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return below
          .filter(file -> file.toString().endsWith(TEST) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<SourceFile> read(Iterable<Path> paths, List<Diagnostic> faults) {
    List<SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      try {
        files.add(new SourceFile(path.toString(), Utf8.decode(Files.readAllBytes(path))));
      } catch (IOException e) {
        faults.add(Faults.fault("unreadable_test", path + ": cannot be read: " + reason(e), ""));
      }
    }
    return files;
  }

  private static String reason(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
