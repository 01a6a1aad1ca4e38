package ms.continuu.attest.operations.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.rego.types.Schemas;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// JSON schemas of files: one file is the schema of the input, a directory has one for each name.
public final class SchemaFiles {
  private SchemaFiles() {}

  /// The schemas at a path; null for an empty path.
  public static @Nullable Schemas read(String argument) throws Failure {
    if (argument.isEmpty()) {
      return null;
    }
    try {
      String path = GoPaths.ofUrl(argument);
      Schemas schemas = new Schemas();
      if (SourceFiles.isDirectory(path)) {
        readBelow(path, List.of(), schemas);
      } else {
        schemas.put(List.of(), schema(path));
      }
      return schemas;
    } catch (Failure failure) {
      throw Failure.ofLoading(List.of(failure));
    }
  }

  private static void readBelow(String directory, List<String> names, Schemas schemas)
      throws Failure {
    for (String name : SourceFiles.names(directory)) {
      String path = GoPaths.join(directory, name);
      List<String> below = new ArrayList<>(names);
      if (Files.isDirectory(Path.of(path), LinkOption.NOFOLLOW_LINKS)) {
        below.add(name);
        readBelow(path, below, schemas);
      } else {
        below.add(name.substring(0, name.length() - GoPaths.extension(name).length()));
        schemas.put(below, schema(path));
      }
    }
  }

  private static Value schema(String path) throws Failure {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(Path.of(path));
    } catch (IOException e) {
      throw Failure.ofFile("open", path, e);
    }
    try {
      return Documents.jsonOrYaml(bytes);
    } catch (Failure failure) {
      throw failure.within(path + ": ");
    }
  }
}
