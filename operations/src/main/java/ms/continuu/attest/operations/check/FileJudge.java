package ms.continuu.attest.operations.check;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.operations.discover.Source;
import ms.continuu.attest.operations.discover.Source.FileSource;
import ms.continuu.attest.operations.discover.Source.RenderedSource;
import ms.continuu.attest.operations.discover.Unreadable;
import ms.continuu.attest.operations.policies.Faults;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Outcome;
import ms.continuu.attest.policy.PolicySet;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.policy.Subjects;
import ms.continuu.attest.policy.World;
import ms.continuu.attest.value.Diagnostic;

/// Judges one file after another, or remembers what came of it. Safe to use from many threads.
///
/// @param policies made ready only when some file has to be judged
record FileJudge(
    Check.Request request,
    Supplier<PolicySet> policies,
    World world,
    ResultCache cache,
    InlineSuppressions suppressions) {

  FileResult judge(Source source) {
    return switch (source) {
      case FileSource file -> judge(file);
      case RenderedSource folder ->
          judge(folder.name(), folder.rendered().read(request.documentLimits()));
    };
  }

  private FileResult judge(FileSource file) {
    byte[] bytes;
    try {
      bytes = read(file);
    } catch (IOException e) {
      return FileResult.unread(Unreadable.of(file.name(), e));
    }
    return suppressions.apply(judgeOrRemember(file, bytes), file.name(), bytes);
  }

  private FileResult judgeOrRemember(FileSource file, byte[] bytes) {
    String format = file.format() == null ? "" : file.format().name() + ":";
    ResultCache.Key key = cache.key(format + file.name(), bytes);
    FileResult known = cache.get(key, file.name(), bytes);
    if (known != null) {
      return known;
    }
    FileResult result = judge(file.name(), reading(file, bytes));
    cache.put(key, result);
    return result;
  }

  private Reading reading(FileSource file, byte[] bytes) {
    DocumentFormat told = file.format();
    DocumentFormat named = told != null ? told : FileDocuments.formatOf(file.name());
    DocumentFormat format = named != null ? named : FileDocuments.formatOfText(bytes);
    return FileDocuments.read(file.name(), bytes, format, request.documentLimits());
  }

  private FileResult judge(String name, Reading reading) {
    List<Finding> findings = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>(reading.diagnostics());
    int subjects = 0;
    int clean = 0;
    for (Document document : reading.documents()) {
      for (Subject subject : Subjects.of(document)) {
        Outcome outcome = policies.get().decide(subject, world, request.limits()).outcome();
        findings.addAll(outcome.findings());
        faults.addAll(outcome.faults());
        subjects += subject.resources();
        clean += clean(subject, outcome);
      }
    }
    if (subjects == 0 && faults.isEmpty()) {
      faults.add(Faults.fault("empty_file", name + ": file holds no document", ""));
    }
    return new FileResult(findings, faults, List.of(), subjects, clean);
  }

  /// How many resources of a subject nothing was found about.
  private static int clean(Subject subject, Outcome outcome) {
    long found = outcome.findings().stream().map(Finding::resource).distinct().count();
    return outcome.faults().isEmpty() ? (int) Math.max(0, subject.resources() - found) : 0;
  }

  private byte[] read(FileSource file) throws IOException {
    if (file.isStandardInput()) {
      return request.standardInput().readAllBytes();
    }
    long size = Files.size(file.path());
    long limit = Math.min(request.documentLimits().bytes(), Integer.MAX_VALUE - 16);
    if (size > limit) {
      throw new IOException(
          "file has " + (size >> 20) + " MiB, the limit is " + (limit >> 20) + " MiB");
    }
    return Files.readAllBytes(file.path());
  }
}
