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

  FileResult judge(SubjectFiles.SubjectFile file) {
    byte[] bytes;
    try {
      bytes = read(file);
    } catch (IOException e) {
      return FileResult.unread(SubjectFiles.unreadable(file.name(), e));
    }
    return suppressions.apply(judgeOrRemember(file.name(), bytes), file.name(), bytes);
  }

  private FileResult judgeOrRemember(String name, byte[] bytes) {
    ResultCache.Key key = cache.key(name, bytes);
    FileResult known = cache.get(key, name, bytes);
    if (known != null) {
      return known;
    }
    FileResult result = judge(name, bytes);
    cache.put(key, result);
    return result;
  }

  private FileResult judge(String name, byte[] bytes) {
    DocumentFormat format = FileDocuments.formatOf(name);
    Reading reading =
        FileDocuments.read(
            name,
            bytes,
            format != null ? format : FileDocuments.formatOfText(bytes),
            request.documentLimits());
    List<Finding> findings = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>(reading.diagnostics());
    int subjects = 0;
    int clean = 0;
    for (Document document : reading.documents()) {
      for (Subject subject : Subjects.of(document)) {
        Outcome outcome = policies.get().decide(subject, world, request.limits()).outcome();
        findings.addAll(outcome.findings());
        faults.addAll(outcome.faults());
        subjects++;
        clean += outcome.findings().isEmpty() && outcome.faults().isEmpty() ? 1 : 0;
      }
    }
    if (subjects == 0 && faults.isEmpty()) {
      faults.add(Faults.fault("empty_file", name + ": file holds no document", ""));
    }
    return new FileResult(findings, faults, List.of(), subjects, clean);
  }

  private byte[] read(SubjectFiles.SubjectFile file) throws IOException {
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
