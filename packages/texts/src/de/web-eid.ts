// Wörter der Identifizierung mit einem Personalausweis im Browser, auf Deutsch.

import type { webEid as En } from "../en/web-eid.ts";

export const webEid: typeof En = {
  lead: "Sie brauchen Ihren Personalausweis mit PIN, ein Kartenlesegerät und zwei Programme auf diesem Computer.",
  needs: {
    title: "Was dieser Computer braucht",
    card: "Ein Kartenlesegerät und Ihren eID-Ausweis oder Ihre Ausländerkarte.",
    middleware: "Die eID-Software des belgischen Staates.",
    extension: "Die Web-eID-Erweiterung Ihres Browsers mit ihrem Programm.",
    middlewareLink: "eID-Software installieren",
    extensionLink: "Web eID installieren",
  },
  button: "Mit eID identifizieren",
  withoutScript:
    "Ein Personalausweis kann nur gelesen werden, wenn Ihr Browser JavaScript ausführt. Schalten Sie es ein und laden Sie diese Seite neu.",
  island: {
    checking: "Wir suchen Web eID auf diesem Computer.",
    waiting:
      "Stecken Sie Ihre Karte in das Lesegerät und geben Sie Ihre PIN in das Fenster ein, das sich öffnet.",
    sending: "Ihre Karte hat geantwortet. Wir prüfen sie.",
    extensionMissing:
      "Ihr Browser hat die Web-eID-Erweiterung nicht. Installieren Sie sie und laden Sie diese Seite neu.",
    programMissing:
      "Das Programm Web eID ist nicht auf diesem Computer oder zu alt. Installieren Sie es und versuchen Sie es erneut.",
    cancelled: "Sie haben abgebrochen. Nichts wurde gesendet. Sie können es erneut versuchen.",
    timeout: "Ihre Karte hat nicht rechtzeitig geantwortet. Sie können es erneut versuchen.",
    busy: "Ein anderes Fenster von Web eID ist noch offen. Beenden oder schließen Sie es und versuchen Sie es erneut.",
    wrongAddress:
      "Diese Seite wurde unter einer Adresse geöffnet, für die Karten nicht antworten können. Öffnen Sie sie erneut über den Link, den Sie erhalten haben.",
    failed:
      "Ihre Karte konnte nicht gelesen werden. Prüfen Sie Lesegerät und Karte und versuchen Sie es erneut.",
  },
  refusals: {
    eid_token_malformed:
      "Was Ihr Computer gesendet hat, konnte nicht gelesen werden. Aktualisieren Sie Web eID und versuchen Sie es erneut.",
    eid_nonce_wrong:
      "Diese Frage an Ihre Karte wurde schon beantwortet oder ist zu alt. Bitte versuchen Sie es erneut.",
    eid_signature_wrong: "Die Antwort Ihrer Karte stimmt nicht. Bitte versuchen Sie es erneut.",
    eid_algorithm_refused:
      "Ihre Karte signiert auf eine Weise, auf die wir uns nicht verlassen können. Identifizieren Sie sich auf andere Weise.",
    eid_certificate_expired:
      "Das Zertifikat Ihrer Karte ist nicht mehr gültig. Beantragen Sie bei Ihrer Gemeinde eine neue Karte.",
    eid_certificate_not_yet_valid: "Das Zertifikat Ihrer Karte ist noch nicht gültig.",
    eid_certificate_purpose:
      "Ihre Karte hat mit ihrem Zertifikat für Unterschriften geantwortet. Wählen Sie das für die Authentifizierung.",
    eid_certificate_untrusted:
      "Diese Karte wurde nicht von einer Stelle ausgestellt, die wir kennen. Verwenden Sie einen belgischen eID-Ausweis oder eine Ausländerkarte.",
    eid_certificate_revoked: "Diese Karte ist gesperrt. Wenden Sie sich an Ihre Gemeinde oder an DOC STOP.",
    eid_status_unknown:
      "Der staatliche Dienst, der sagt, ob eine Karte gesperrt ist, antwortet nicht. Versuchen Sie es in einigen Minuten erneut.",
    eid_certificate_missing:
      "Ihr Browser hat kein Zertifikat gesendet. Stecken Sie Ihre Karte in das Lesegerät, schließen Sie den Browser und versuchen Sie es erneut.",
    eid_no_legal_name:
      "Ihre Karte nennt nicht den Namen, den wir brauchen. Identifizieren Sie sich auf andere Weise.",
  },
};
