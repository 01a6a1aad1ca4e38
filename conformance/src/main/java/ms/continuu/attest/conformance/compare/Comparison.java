package ms.continuu.attest.conformance.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Runs commands through both programs.
public final class Comparison implements AutoCloseable {
  /// How many commands run at a time.
  private static final int PARALLEL = 2;

  /// The stack of a thread that runs ATTEST: as the launcher gives it.
  private static final long STACK_BYTES = 64L << 20;

  private final Respondent opa;
  private final Respondent attest;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          PARALLEL, work -> new Thread(null, work, "compare", STACK_BYTES));

  public Comparison(Respondent opa, Respondent attest) {
    this.opa = opa;
    this.attest = attest;
  }

  Respondent attest() {
    return attest;
  }

  /// The differences, in the order of the commands.
  public List<Difference> differences(List<Command> commands)
      throws IOException, InterruptedException {
    List<Callable<@Nullable Difference>> work = new ArrayList<>();
    commands.forEach(command -> work.add(() -> difference(command)));
    List<Difference> found = new ArrayList<>();
    for (Future<@Nullable Difference> future : threads.invokeAll(work)) {
      try {
        Difference difference = future.get();
        if (difference != null) {
          found.add(difference);
        }
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      }
    }
    return found;
  }

  private @Nullable Difference difference(Command command)
      throws IOException, InterruptedException {
    Answer theirs = opa.run(command.arguments());
    Answer ours = attest.run(command.arguments());
    if (command.arguments().getFirst().equals("test")) {
      theirs = theirs.withTestsSorted();
      ours = ours.withTestsSorted();
    }
    return ours.equals(theirs) ? null : new Difference(command, theirs, ours);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
