package posthorn.conformance;

import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlTimestamp;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** What the Commission's validator says of a file, by its default policy. */
final class Validator {
  private final Arguments given;

  Validator(Arguments given) {
    this.given = given;
  }

  List<String> validateAll() throws Exception {
    List<String> answers = new ArrayList<>();
    for (String file : given.files) answers.add(validate(file));
    return answers;
  }

  private String validate(String file) throws Exception {
    Reports reports;
    try {
      SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
      validator.setCertificateVerifier(Material.verifier(given));
      String at = given.one("at", null);
      if (at != null) validator.setValidationTime(Date.from(Instant.parse(at)));
      long started = System.nanoTime();
      reports = validator.validateDocument();
      return describe(file, reports, (System.nanoTime() - started) / 1_000_000);
    } catch (RuntimeException unreadable) {
      return Json.object("file", file, "signatures", List.of(), "failure", unreadable.toString());
    }
  }

  private String describe(String file, Reports reports, long milliseconds) {
    SimpleReport report = reports.getSimpleReport();
    if (given.one("detailed", null) != null) System.err.println(reports.getXmlDetailedReport());
    if (given.one("diagnostic", null) != null) System.err.println(reports.getXmlDiagnosticData());
    List<Object> signatures = new ArrayList<>();
    for (String id : report.getSignatureIdList()) {
      List<Object> timestamps = new ArrayList<>();
      for (XmlTimestamp stamp : report.getSignatureTimestamps(id)) {
        timestamps.add(
            new Json.Raw(
                Json.object(
                    "type", reports.getDiagnosticData().getTimestampById(stamp.getId()).getType(),
                    "indication", stamp.getIndication(),
                    "subIndication", stamp.getSubIndication(),
                    "time", stamp.getProductionTime().toInstant())));
      }
      signatures.add(
          new Json.Raw(
              Json.object(
                  "indication", report.getIndication(id),
                  "subIndication", report.getSubIndication(id),
                  "level", report.getSignatureFormat(id),
                  "signedBy", report.getSignedBy(id),
                  "errors", texts(report.getAdESValidationErrors(id)),
                  "warnings", texts(report.getAdESValidationWarnings(id)),
                  "infos", texts(report.getAdESValidationInfo(id)),
                  "timestamps", timestamps)));
    }
    return Json.object("file", file, "signatures", signatures, "milliseconds", milliseconds);
  }

  private static List<String> texts(List<Message> messages) {
    return messages.stream().map(Message::getValue).toList();
  }
}
