package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `opa.runtime`: what the host tells of itself, without the secrets of its configuration.
final class RuntimeFacts implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("opa.runtime", (context, operands) -> redacted(context.host().runtime()));
  }

  private static Value redacted(Value runtime) throws BuiltinFault {
    if (!(runtime instanceof ObjectValue facts)
        || !(facts.get("config") instanceof ObjectValue config)) {
      return runtime;
    }
    ObjectValue.Builder rest = config.toBuilder();
    Value services = config.get("services");
    if (services != null && services != NullValue.NULL) {
      rest.put("services", withoutCredentials(services));
    }
    Value keys = config.get("keys");
    if (keys != null && keys != NullValue.NULL) {
      if (!(keys instanceof ObjectValue named)) {
        throw BuiltinFault.of("illegal keys config type: " + goType(keys));
      }
      rest.put("keys", without(named, "key", "private_key"));
    }
    return facts.toBuilder().put("config", rest.build()).build();
  }

  private static Value withoutCredentials(Value services) throws BuiltinFault {
    return switch (services) {
      case ObjectValue named -> without(named, "credentials");
      case ArrayValue listed -> without(listed);
      case SetValue listed -> without(listed);
      case NullValue n -> throw illegalServices(n);
      case BooleanValue b -> throw illegalServices(b);
      case NumberValue n -> throw illegalServices(n);
      case StringValue s -> throw illegalServices(s);
    };
  }

  private static BuiltinFault illegalServices(Value services) {
    return BuiltinFault.of("illegal service config type: " + goType(services));
  }

  private static Value without(ObjectValue named, String... secrets) throws BuiltinFault {
    ObjectValue.Builder result = ObjectValue.builder(named.size());
    for (int i = 0; i < named.size(); i++) {
      result.put(named.keyAt(i), stripped(named.valueAt(i), secrets));
    }
    return result.build();
  }

  private static Value without(Iterable<Value> services) throws BuiltinFault {
    var result = new java.util.ArrayList<Value>();
    for (Value service : services) {
      result.add(stripped(service, "credentials"));
    }
    return ArrayValue.of(result);
  }

  private static Value stripped(@Nullable Value entry, String... secrets) throws BuiltinFault {
    if (!(entry instanceof ObjectValue object)) {
      throw BuiltinFault.of("type assertion error");
    }
    ObjectValue.Builder rest = ObjectValue.builder(object.size());
    for (int i = 0; i < object.size(); i++) {
      Value key = object.keyAt(i);
      boolean secret = false;
      for (String name : secrets) {
        secret |= key.equals(StringValue.of(name));
      }
      if (!secret) {
        rest.put(key, object.valueAt(i));
      }
    }
    return rest.build();
  }

  private static String goType(Value value) {
    return switch (value) {
      case NumberValue n -> "json.Number";
      case BooleanValue b -> "bool";
      case StringValue s -> "string";
      case ArrayValue a -> "[]interface {}";
      case SetValue s -> "[]interface {}";
      case ObjectValue o -> "map[string]interface {}";
      case NullValue n -> "<nil>";
    };
  }
}
