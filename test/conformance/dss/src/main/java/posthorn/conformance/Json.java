package posthorn.conformance;

import java.util.Collection;
import java.util.stream.Collectors;

/** As much of JSON as the answers need. */
final class Json {
  private Json() {}

  static String object(Object... namesAndValues) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (i > 0) text.append(',');
      text.append(value(namesAndValues[i])).append(':').append(value(namesAndValues[i + 1]));
    }
    return text.append('}').toString();
  }

  /** Written already; not to be quoted again. */
  record Raw(String text) {}

  private static String value(Object value) {
    if (value == null) return "null";
    if (value instanceof Raw raw) return raw.text();
    if (value instanceof Number || value instanceof Boolean) return value.toString();
    if (value instanceof Collection<?> list) {
      return list.stream().map(Json::value).collect(Collectors.joining(",", "[", "]"));
    }
    StringBuilder text = new StringBuilder("\"");
    for (char c : value.toString().toCharArray()) {
      if (c == '"' || c == '\\') text.append('\\').append(c);
      else if (c < ' ') text.append(String.format("\\u%04x", (int) c));
      else text.append(c);
    }
    return text.append('"').toString();
  }
}
