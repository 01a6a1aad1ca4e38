package ms.continuu.attest.documents.dockerfile;

import java.util.List;
import ms.continuu.attest.documents.NodePlaces.Place;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// An instruction or comment as a value with places.
///
/// @param name what `Cmd` says
/// @param subKeyword the instruction that ONBUILD keeps for later; null in all others
/// @param stage the number of the stage it belongs to, from 0
/// @param row the line it begins in, from 1
record Command(
    Word keyword,
    String name,
    @Nullable Word subKeyword,
    List<Word> flags,
    Arguments arguments,
    int stage,
    int row,
    List<Word> heredocs) {

  static Command comment(Word comment, int stage, int row) {
    Arguments text = new Arguments(List.of(comment), false);
    return new Command(comment, "comment", null, List.of(), text, stage, row, List.of());
  }

  Value value() {
    ObjectValue.Builder value =
        ObjectValue.builder()
            .put("Cmd", StringValue.of(name))
            .put("SubCmd", StringValue.of(subKeyword == null ? "" : subKeyword.text()))
            .put("JSON", BooleanValue.of(arguments.json()))
            .put("Flags", texts(flags))
            .put("Value", texts(arguments.words()))
            .put("Stage", NumberValue.of(stage))
            .put("StartLine", NumberValue.of(row));
    if (!heredocs.isEmpty()) {
      value.put("Heredocs", texts(heredocs));
    }
    return value.build();
  }

  private static Value texts(List<Word> words) {
    return ArrayValue.of(words.stream().map(word -> StringValue.of(word.text())).toList());
  }

  Place place() {
    Place all = place(keyword);
    Place name = place(keyword);
    for (String member : List.of("Cmd", "JSON", "Stage", "StartLine")) {
      all.addMember(StringValue.of(member), name, name);
    }
    Place sub = subKeyword == null ? name : place(subKeyword);
    all.addMember(StringValue.of("SubCmd"), sub, sub);
    addList(all, "Flags", flags);
    addList(all, "Value", arguments.words());
    addList(all, "Heredocs", heredocs);
    return all;
  }

  private void addList(Place all, String member, List<Word> words) {
    Place list = place(words.isEmpty() ? keyword : words.getFirst());
    list.setItems(words.stream().map(Command::place).toList());
    all.addMember(StringValue.of(member), list, list);
  }

  private static Place place(Word word) {
    return new Place(word.start(), word.end());
  }
}
