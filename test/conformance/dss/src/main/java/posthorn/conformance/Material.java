package posthorn.conformance;

import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.ExternalResourcesOCSPSource;
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;

/** Trust anchors and what is known of revocation: from files alone, nothing is fetched. */
final class Material {
  private Material() {}

  static CommonCertificateVerifier verifier(Arguments given) throws Exception {
    CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    for (String path : given.all("trust")) {
      try (InputStream stream = new FileInputStream(path)) {
        DSSUtils.loadCertificateFromP7c(stream).forEach(trusted::addCertificate);
      } catch (RuntimeException notAStore) {
        trusted.addCertificate(DSSUtils.loadCertificate(new File(path)));
      }
    }
    verifier.setTrustedCertSources(trusted);
    CertificateSource others = new CommonCertificateSource();
    for (String path : given.all("cert")) others.addCertificate(DSSUtils.loadCertificate(new File(path)));
    verifier.setAdjunctCertSources(others);
    if (!given.all("ocsp").isEmpty()) {
      verifier.setOcspSource(
          new ExternalResourcesOCSPSource(given.all("ocsp").stream().map(FileDocument::new).toArray(FileDocument[]::new)));
    }
    if (!given.all("crl").isEmpty()) {
      verifier.setCrlSource(
          new ExternalResourcesCRLSource(given.all("crl").stream().map(FileDocument::new).toArray(FileDocument[]::new)));
    }
    return verifier;
  }
}
