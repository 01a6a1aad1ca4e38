package ms.continuu.attest.conformance.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What one compiled class mentions.
///
/// @param name its name, with dots
/// @param classes the classes it names, with dots
/// @param members the methods and fields it calls or reads, as `class.member`
record ClassUse(String name, Set<String> classes, Set<String> members) {
  private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w/$]+);");

  /// Every class in the folders.
  static List<ClassUse> in(List<Path> folders) {
    return folders.stream().flatMap(ClassUse::files).map(ClassUse::of).toList();
  }

  String packageName() {
    return packageOf(name);
  }

  static String packageOf(String className) {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "" : className.substring(0, dot);
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all
          .filter(file -> file.toString().endsWith(".class") && !file.endsWith("module-info.class"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static ClassUse of(Path file) {
    ClassModel model;
    try {
      model = ClassFile.of().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    Set<String> classes = new TreeSet<>();
    Set<String> members = new TreeSet<>();
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type -> addTypes(classes, type.asInternalName());
        case MemberRefEntry member ->
            members.add(dotted(member.owner().asInternalName()) + "." + member.name());
        case NameAndTypeEntry signature -> addTypes(classes, signature.type().stringValue());
        default -> {}
      }
    }
    model.fields().forEach(field -> addTypes(classes, field.fieldType().stringValue()));
    model.methods().forEach(method -> addTypes(classes, method.methodType().stringValue()));
    return new ClassUse(dotted(model.thisClass().asInternalName()), classes, members);
  }

  /// Adds the class of a plain internal name, or all classes of a descriptor.
  private static void addTypes(Set<String> classes, String text) {
    Matcher matcher = IN_DESCRIPTOR.matcher(text);
    boolean descriptor = false;
    while (matcher.find()) {
      descriptor = true;
      classes.add(dotted(matcher.group(1)));
    }
    if (!descriptor && !text.startsWith("[") && !text.startsWith("(")) {
      classes.add(dotted(text));
    }
  }

  private static String dotted(String internal) {
    return internal.replace('/', '.');
  }
}
