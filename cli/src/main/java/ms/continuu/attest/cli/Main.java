package ms.continuu.attest.cli;

import java.io.PrintStream;

/// Where the program starts.
public final class Main {
  private static final int USAGE = 3;

  private Main() {}

  /// Runs the command that the arguments name and exits with its code.
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    String command = args.length == 0 ? "" : args[0];
    return switch (command) {
      case "version" -> version(out);
      default -> {
        err.println("usage: attest version");
        yield USAGE;
      }
    };
  }

  private static int version(PrintStream out) {
    String version = Main.class.getPackage().getImplementationVersion();
    out.println("attest " + (version == null ? "(not packaged)" : version));
    return 0;
  }
}
