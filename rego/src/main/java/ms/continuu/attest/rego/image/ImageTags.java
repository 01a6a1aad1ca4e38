package ms.continuu.attest.rego.image;

/// What stands before each node of an image.
final class ImageTags {
  /// Changes with anything that is written.
  static final int FORM = 1;

  static final int NULL = 0;
  static final int TRUE = 1;
  static final int FALSE = 2;
  static final int NUMBER = 3;
  static final int STRING = 4;
  static final int ARRAY = 5;
  static final int SET = 6;
  static final int OBJECT = 7;

  static final int ABSENT = 0;
  static final int CONSTANT = 1;
  static final int LOCAL = 2;
  static final int ARRAY_OF = 3;
  static final int SET_OF = 4;
  static final int OBJECT_OF = 5;
  static final int INPUT_REFERENCE = 6;
  static final int LOCAL_REFERENCE = 7;
  static final int DATA_REFERENCE = 8;
  static final int COMPREHENSION = 9;

  static final int UNIFY = 1;
  static final int TEST = 2;
  static final int CALL_BUILTIN = 3;
  static final int CALL_FUNCTION = 4;
  static final int NEGATION = 5;
  static final int NOT_BODY = 6;
  static final int BOTH = 7;
  static final int EITHER = 8;
  static final int EVERY = 9;

  static final int REPLACE_INPUT = 1;
  static final int REPLACE_DATA = 2;
  static final int REPLACE_BY_VALUE = 3;
  static final int REPLACE_BY_CALLABLE = 4;

  private ImageTags() {}
}
