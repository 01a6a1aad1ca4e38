package ms.continuu.attest.rego.builtin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.net.IpAddress;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// `net.*`: networks in CIDR notation, and the addresses of host names.
final class Networks implements BuiltinFamily {
  /// Networks with more bits of host than this are not expanded: the JVM would not hold them.
  private static final int MOST_HOST_BITS = 30;

  /// How many addresses are made between two looks at whether the query was cancelled.
  private static final int STRIDE = 1024;

  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("net.cidr_contains", Networks::contains);
    registry.add("net.cidr_overlap", Networks::contains);
    registry.add("net.cidr_intersects", Networks::intersects);
    registry.add("net.cidr_contains_matches", Networks::containsMatches);
    registry.add("net.cidr_expand", Networks::expand);
    registry.add("net.cidr_is_valid", Networks::isValid);
    registry.add("net.cidr_merge", Networks::merge);
    registry.add("net.lookup_ip_addr", Networks::lookUp);
  }

  private static Network parse(String text) throws BuiltinFault {
    Network network = Network.parse(ByteText.of(text));
    if (network == null) {
      throw BuiltinFault.of("invalid CIDR address: " + text);
    }
    return network;
  }

  /// The string of a value that OPA calls operand 1 wherever it stands.
  private static String text(Value value) throws BuiltinFault {
    return Operands.text(new Value[] {value}, 1);
  }

  private static Value contains(BuiltinContext context, Value[] operands) throws BuiltinFault {
    return BooleanValue.of(contains(operands[0], operands[1]));
  }

  private static boolean contains(Value large, Value small) throws BuiltinFault {
    Network network = parse(text(large));
    String text = text(small);
    String bytes = ByteText.of(text);
    IpAddress address = IpAddress.plain(bytes);
    if (address != null) {
      return network.contains(address.bytes());
    }
    Network other = Network.parse(bytes);
    if (other == null) {
      throw BuiltinFault.of("not a valid textual representation of an IP address or CIDR: " + text);
    }
    return network.contains(other);
  }

  private static Value intersects(BuiltinContext context, Value[] operands) throws BuiltinFault {
    Network left = parse(text(operands[0]));
    Network right = parse(text(operands[1]));
    return BooleanValue.of(left.intersects(right));
  }

  private static Value isValid(BuiltinContext context, Value[] operands) {
    return BooleanValue.of(
        operands[0] instanceof StringValue string
            && Network.parse(ByteText.of(string.text())) != null);
  }

  @FunctionalInterface
  private interface Visit {
    void at(Value network, Value index) throws BuiltinFault;
  }

  private static Value containsMatches(BuiltinContext context, Value[] operands)
      throws BuiltinFault {
    SetValue.Builder matches = SetValue.builder();
    forEach(
        operands,
        1,
        (large, largeIndex) ->
            forEach(
                operands,
                2,
                (small, smallIndex) -> {
                  context.checkCancelled();
                  if (contains(large, small)) {
                    matches.add(ArrayValue.of(largeIndex, smallIndex));
                  }
                }));
    return matches.build();
  }

  /// The networks of an operand with what they are found by; a scalar that is no string has none.
  private static void forEach(Value[] operands, int position, Visit visit) throws BuiltinFault {
    switch (operands[position - 1]) {
      case StringValue string -> visit.at(string, string);
      case ArrayValue array -> {
        for (int i = 0; i < array.size(); i++) {
          visit.at(network(array.get(i), position), NumberValue.of(i));
        }
      }
      case SetValue set -> {
        for (Value item : set) {
          visit.at(network(item, position), item);
        }
      }
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          visit.at(network(object.valueAt(i), position), object.keyAt(i));
        }
      }
      default -> {}
    }
  }

  private static Value network(Value item, int position) throws BuiltinFault {
    if (item instanceof StringValue) {
      return item;
    }
    if (item instanceof ArrayValue array && array.size() > 0) {
      return array.get(0);
    }
    throw BuiltinFault.of("operand " + position + ": element must be string or non-empty array");
  }

  private static Value expand(BuiltinContext context, Value[] operands) throws BuiltinFault {
    Network network = parse(Operands.text(operands, 1));
    if (network.mask().length * 8 - network.ones() > MOST_HOST_BITS) {
      throw new BuiltinFault(
          BuiltinFault.Kind.HALT, "net.cidr_expand: timed out before generating all IP addresses");
    }
    SetValue.Builder addresses = SetValue.builder();
    byte[] address = network.first();
    while (network.contains(address)) {
      if (addresses.size() % STRIDE == 0) {
        context.checkSize(
            addresses.size(), "net.cidr_expand: timed out before generating all IP addresses");
      }
      addresses.add(StringValue.of(IpAddress.text(address)));
      increment(address);
    }
    return addresses.build();
  }

  private static void increment(byte[] address) {
    int i = address.length - 1;
    while (i >= 0 && ++address[i] == 0) {
      i--;
    }
  }

  private static Value merge(BuiltinContext context, Value[] operands) throws BuiltinFault {
    List<Value> items =
        switch (operands[0]) {
          case ArrayValue array -> array.asList();
          case SetValue set -> set.asList();
          default -> throw BuiltinFault.of("operand must be an array");
        };
    List<Network> networks = new ArrayList<>(items.size());
    for (Value item : items) {
      if (!(item instanceof StringValue string)) {
        throw BuiltinFault.of("element must be string");
      }
      networks.add(networkOrClass(string.text()));
    }
    SetValue.Builder merged = SetValue.builder();
    NetworkMerge.merge(networks).forEach(text -> merged.add(StringValue.of(text)));
    return merged.build();
  }

  private static Network networkOrClass(String text) throws BuiltinFault {
    IpAddress address = IpAddress.plain(ByteText.of(text));
    if (address == null) {
      return parse(text);
    }
    Network network = Network.ofClass(address);
    if (network == null) {
      throw BuiltinFault.of("IPv6 invalid: needs prefix length");
    }
    return network;
  }

  private record LookUp(String name) {}

  /// Looked up once in a query.
  private static Value lookUp(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String name = Operands.text(operands, 1);
    List<String> allowed = context.host().allowedHosts();
    if (allowed != null && !allowed.contains(name)) {
      throw BuiltinFault.of("disallowed host: " + name);
    }
    Value[] found = context.perQuery(new LookUp(name), () -> new Value[1]);
    if (found[0] == null) {
      SetValue.Builder addresses = SetValue.builder();
      try {
        context.host().lookUpAddresses(name).forEach(text -> addresses.add(StringValue.of(text)));
      } catch (IOException e) {
        throw BuiltinFault.of(String.valueOf(e.getMessage()));
      }
      found[0] = addresses.build();
    }
    return found[0];
  }
}
