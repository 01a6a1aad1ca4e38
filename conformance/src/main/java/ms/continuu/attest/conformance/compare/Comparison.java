package ms.continuu.attest.conformance.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final double NANOS = 1e9;

  /// An answer that takes more seconds than this, and so many times what opa takes, differs.
  private static final int SLOW_SECONDS = 10;

  private static final int SLOW_TIMES = 10;

  /// How often the real opa is asked before it is told to differ: of several files that are wrong
  /// it tells of whichever it came to first, another one each time.
  private static final int ASKED = 4;

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

  /// What a comparison found.
  ///
  /// @param skipped the commands that the real opa did not end in time, or crashed on
  public record Compared(List<Difference> differences, List<Command> skipped) {
    public Compared {
      differences = List.copyOf(differences);
      skipped = List.copyOf(skipped);
    }
  }

  /// Compares all, in the order of the commands.
  public Compared compare(List<Command> commands) throws IOException, InterruptedException {
    List<Callable<@Nullable Difference>> work = new ArrayList<>();
    Set<Command> skipped = ConcurrentHashMap.newKeySet();
    commands.forEach(command -> work.add(() -> difference(command, skipped)));
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
    return new Compared(found, commands.stream().filter(skipped::contains).toList());
  }

  private @Nullable Difference difference(Command command, Set<Command> skipped)
      throws IOException, InterruptedException {
    long started = System.nanoTime();
    Answer theirs = opa.run(command.arguments());
    long between = System.nanoTime();
    if (theirs == null || theirs.err().startsWith("panic: ")) {
      skipped.add(command);
      return null;
    }
    Answer ours = attest.run(command.arguments());
    double seconds = (System.nanoTime() - between) / NANOS;
    if (ours == null) {
      ours = new Answer(0, "", "it does not end");
    } else if (seconds > SLOW_SECONDS && seconds > SLOW_TIMES * (between - started) / NANOS) {
      ours = new Answer(ours.exitCode(), ours.out(), ours.err() + slowness(seconds));
    }
    boolean isTest = command.arguments().getFirst().equals("test");
    Answer sorted = isTest ? ours.withTestsSorted() : ours;
    for (int i = 1; ; i++) {
      Answer others = isTest ? theirs.withTestsSorted() : theirs;
      if (sorted.equals(others)) {
        return null;
      }
      Answer again = i == ASKED ? null : opa.run(command.arguments());
      if (again == null) {
        return new Difference(command, others, sorted);
      }
      theirs = again;
    }
  }

  /// What is added to an answer that was long in coming, by which it differs.
  private static String slowness(double seconds) {
    return "it takes %.1f s, more than %d times what opa takes".formatted(seconds, SLOW_TIMES);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
