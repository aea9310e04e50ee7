package posthorn.conformance;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Judges or seals files with EU DSS, offline. Prints one line of JSON a file.
 *
 * validate [--trust PEM]... [--cert DER] [--ocsp DER] [--crl DER] [--at INSTANT] FILE...
 * seal --p12 FILE --password WORD --tsa URL --level LEVEL [--trust PEM]... [--times N] FILE...
 * serve: a line of such arguments from standard input, separated by tabs, is answered by one line.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length == 0) {
      System.err.println("validate, seal or serve?");
      System.exit(64);
    }
    if (!arguments[0].equals("serve")) {
      run(Arrays.asList(arguments)).forEach(out::println);
      return;
    }
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      out.println("[" + String.join(",", answer(List.of(line.split("\t")))) + "]");
    }
  }

  /** What cannot be read is an answer too: one bad file must not end the service. */
  private static List<String> answer(List<String> arguments) {
    try {
      return run(arguments);
    } catch (Exception failure) {
      return List.of(Json.object("failure", failure.toString()));
    }
  }

  private static List<String> run(List<String> arguments) throws Exception {
    Arguments given = new Arguments(arguments.subList(1, arguments.size()));
    return switch (arguments.get(0)) {
      case "validate" -> new Validator(given).validateAll();
      case "seal" -> new Sealer(given).sealAll();
      default -> throw new IllegalArgumentException("no command " + arguments.get(0));
    };
  }
}
