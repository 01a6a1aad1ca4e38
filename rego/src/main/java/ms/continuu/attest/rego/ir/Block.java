package ms.continuu.attest.rego.ir;

/// Statements that must all hold, in this order.
///
/// @param origin the body it was made from
public record Block(Statement[] statements, Object origin) {}
