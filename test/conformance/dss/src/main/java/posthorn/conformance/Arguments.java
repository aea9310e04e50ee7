package posthorn.conformance;

import java.util.ArrayList;
import java.util.List;

/** Options as `--name value`, in any order, and files. */
final class Arguments {
  private final List<String[]> options = new ArrayList<>();
  final List<String> files = new ArrayList<>();

  Arguments(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith("--")) options.add(new String[] {argument.substring(2), arguments.get(++i)});
      else files.add(argument);
    }
  }

  List<String> all(String name) {
    return options.stream().filter(option -> option[0].equals(name)).map(option -> option[1]).toList();
  }

  String one(String name, String otherwise) {
    List<String> found = all(name);
    return found.isEmpty() ? otherwise : found.get(0);
  }
}
