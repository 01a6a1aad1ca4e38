package ms.continuu.attest.conformance.generate;

/// A random module and the documents it decides by.
///
/// @param module the text of the module
/// @param input the input as JSON
/// @param data the data beside the module as JSON
public record GeneratedProgram(String module, String input, String data) {}
