package posthorn.conformance;

import com.sun.management.OperatingSystemMXBean;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.security.KeyStore.PasswordProtection;
import java.util.ArrayList;
import java.util.List;

/** Seals files as we do, to compare speed: same key, same authority over HTTP, same responder for status. */
final class Sealer {
  private final Arguments given;

  Sealer(Arguments given) {
    this.given = given;
  }

  List<String> sealAll() throws Exception {
    List<String> answers = new ArrayList<>();
    PasswordProtection password = new PasswordProtection(given.one("password", "").toCharArray());
    try (Pkcs12SignatureToken token = new Pkcs12SignatureToken(new File(given.one("p12", "")), password)) {
      for (String file : given.files) answers.add(sealMany(file, token));
    }
    return answers;
  }

  private String sealMany(String file, Pkcs12SignatureToken token) throws Exception {
    CommonCertificateVerifier verifier = Material.verifier(given);
    verifier.setOcspSource(new OnlineOCSPSource());
    OnlineTSPSource tsa = new OnlineTSPSource(given.one("tsa", null));
    int times = Integer.parseInt(given.one("times", "1"));
    // The first calls load classes and compile; what counts is the pace afterwards.
    DSSDocument sealed = null;
    for (int i = 0; i < Integer.parseInt(given.one("warm", "0")); i++) sealed = seal(file, token, verifier, tsa);
    // Of all threads: on a busy machine the clock on the wall says little.
    OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long started = process.getProcessCpuTime();
    for (int i = 0; i < times; i++) sealed = seal(file, token, verifier, tsa);
    double seconds = (process.getProcessCpuTime() - started) / 1e9;
    String out = given.one("out", null);
    if (out != null && sealed != null) Files.write(new File(out).toPath(), sealed.openStream().readAllBytes());
    return Json.object("file", file, "times", times, "seconds", seconds);
  }

  private DSSDocument seal(
      String file, Pkcs12SignatureToken token, CommonCertificateVerifier verifier, OnlineTSPSource tsa) {
    DSSPrivateKeyEntry key = token.getKeys().get(0);
    SignatureLevel level = SignatureLevel.valueByName(given.one("level", "PAdES-BASELINE-LTA"));
    DSSDocument document = new FileDocument(file);
    if (file.endsWith(".pdf")) {
      PAdESSignatureParameters parameters = new PAdESSignatureParameters();
      parameters.setSignatureLevel(level);
      parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
      parameters.setSigningCertificate(key.getCertificate());
      parameters.setCertificateChain(key.getCertificateChain());
      // as many bytes as we keep free
      parameters.setContentSize(20_000);
      parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
      parameters.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
      PAdESService service = new PAdESService(verifier);
      service.setTspSource(tsa);
      var toSign = service.getDataToSign(document, parameters);
      return service.signDocument(document, parameters, token.sign(toSign, DigestAlgorithm.SHA256, key));
    }
    XAdESSignatureParameters parameters = new XAdESSignatureParameters();
    parameters.setSignatureLevel(level);
    parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setSigningCertificate(key.getCertificate());
    parameters.setCertificateChain(key.getCertificateChain());
    parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
    XAdESService service = new XAdESService(verifier);
    service.setTspSource(tsa);
    var toSign = service.getDataToSign(document, parameters);
    return service.signDocument(document, parameters, token.sign(toSign, DigestAlgorithm.SHA256, key));
  }
}
