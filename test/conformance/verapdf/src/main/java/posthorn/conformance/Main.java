package posthorn.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Judges files with veraPDF, offline, and prints one line of JSON a file.
 *
 * FLAVOUR FILE...: the flavour is 3b, 3a, ua1 or what else veraPDF knows; with "claimed" it is what each file says of itself.
 */
public final class Main {
  private Main() {}

  record Rule(String clause, int test, String description, String where, int count) {}

  record Verdict(String file, boolean compliant, String flavour, int checks, List<Rule> rules, String failure) {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2) {
      System.err.println("which flavour, which files?");
      System.exit(64);
    }
    Logger.getLogger("").setLevel(Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ObjectMapper json = new ObjectMapper();
    for (String file : List.of(arguments).subList(1, arguments.length)) {
      out.println(json.writeValueAsString(judge(file, arguments[0])));
    }
  }

  /** What cannot be read is an answer too: one bad file must not keep the others from being judged. */
  private static Verdict judge(String file, String flavour) {
    try (InputStream stream = new FileInputStream(file)) {
      boolean claimed = flavour.equals("claimed");
      PDFAFlavour asked = claimed ? PDFAFlavour.NO_FLAVOUR : PDFAFlavour.fromString(flavour);
      try (PDFAParser parser = Foundries.defaultInstance().createParser(stream, asked)) {
        PDFAFlavour judged = claimed ? parser.getFlavour() : asked;
        try (PDFAValidator validator = Foundries.defaultInstance().createValidator(judged, false)) {
          return describe(file, validator.validate(parser));
        }
      }
    } catch (Exception failure) {
      return new Verdict(file, false, null, 0, List.of(), failure.toString());
    }
  }

  private static Verdict describe(String file, ValidationResult result) {
    List<Rule> rules = new ArrayList<>();
    for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
      RuleId rule = failed.getKey();
      TestAssertion first =
          result.getTestAssertions().stream()
              .filter(one -> one.getStatus() == TestAssertion.Status.FAILED && one.getRuleId().equals(rule))
              .findFirst()
              .orElseThrow();
      rules.add(
          new Rule(
              rule.getClause(),
              rule.getTestNumber(),
              first.getMessage(),
              first.getLocation().getContext(),
              failed.getValue()));
    }
    String flavour = result.getPDFAFlavour().getId();
    return new Verdict(file, result.isCompliant(), flavour, result.getTotalAssertions(), rules, null);
  }
}
