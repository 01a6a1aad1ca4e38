package ms.continuu.attest.cli.flags;

import java.util.ArrayList;
import java.util.List;

/// A flag that may be repeated.
public final class ListFlag extends Flag {
  private final Form form;
  private final List<String> values;

  /// What an argument adds.
  enum Form {
    /// The argument as it is.
    WHOLE,
    /// The fields of the argument, read as a line of CSV.
    COMMAS
  }

  ListFlag(String name, char shorthand, Form form, List<String> initial) {
    super(name, shorthand);
    this.form = form;
    this.values = new ArrayList<>(initial);
  }

  public List<String> values() {
    return List.copyOf(values);
  }

  @Override
  void assign(String argument) throws FlagException {
    List<String> added =
        switch (form) {
          case WHOLE -> List.of(argument);
          case COMMAS -> CsvLine.fields(argument);
        };
    if (!isChanged()) {
      values.clear();
    }
    values.addAll(added);
  }
}
