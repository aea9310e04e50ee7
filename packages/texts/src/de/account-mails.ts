// Was Kontoinhaber per E-Mail über ihre Anmeldewege erfahren, auf Deutsch.

import type { accountMails as En } from "../en/account-mails.ts";
import { registerMails } from "./register-mails.ts";
import { rightsMails } from "./rights-mails.ts";

export const accountMails: typeof En = {
  when: "Wann",
  browser: "Browser",
  on: (browser, os) => `${browser} auf ${os}`,
  unknownBrowser: "Nicht bekannt",
  kinds: {
    ...registerMails.kinds,
    ...rightsMails.kinds,
    new_device: {
      subject: "Sie haben sich in einem neuen Browser angemeldet",
      happened:
        "Jemand hat sich bei Ihrem Konto in einem Browser angemeldet, der dafür noch nicht benutzt wurde.",
    },
    session_in_other_browser: {
      subject: "Wir haben eine Ihrer Sitzungen beendet",
      happened:
        "Eine Sitzung Ihres Kontos erschien in einem Browser, in dem sie nicht geöffnet wurde. Vielleicht wurde sie kopiert, darum haben wir sie beendet. Melden Sie sich neu an.",
    },
    password_changed: {
      subject: "Ihr Passwort wurde geändert",
      happened: "Das Passwort Ihres Kontos wurde geändert. Alle anderen Sitzungen wurden beendet.",
    },
    passkey_added: {
      subject: "Ein Passkey wurde hinzugefügt",
      happened: "Ihrem Konto wurde ein Passkey hinzugefügt. Damit kann man sich anmelden.",
    },
    passkey_removed: {
      subject: "Ein Passkey wurde entfernt",
      happened: "Ein Passkey Ihres Kontos wurde entfernt. Damit kann man sich nicht mehr anmelden.",
    },
    passkey_suspected: {
      subject: "Einer Ihrer Passkeys wurde vielleicht kopiert",
      happened:
        "Ein Passkey Ihres Kontos antwortete so, wie es nur eine Kopie tut. Wir weisen ihn ab jetzt ab. Melden Sie sich auf andere Weise an und ersetzen Sie ihn durch einen neuen.",
    },
    totp_on: {
      subject: "Eine Code-App wurde eingerichtet",
      happened:
        "Für Ihr Konto wurde eine Code-App eingerichtet. Die Anmeldung mit Passwort verlangt jetzt auch ihren Code.",
    },
    totp_off: {
      subject: "Die Code-App wurde ausgeschaltet",
      happened:
        "Die Code-App Ihres Kontos wurde ausgeschaltet. Bei der Anmeldung mit Passwort wird kein Code mehr verlangt.",
    },
    recovery_codes_made: {
      subject: "Neue Wiederherstellungscodes wurden erstellt",
      happened: "Für Ihr Konto wurden neue Wiederherstellungscodes erstellt. Die früheren sind verfallen.",
    },
    recovery_code_used: {
      subject: "Ein Wiederherstellungscode wurde benutzt",
      happened: "Für Ihr Konto wurde anstelle des Codes Ihrer App ein Wiederherstellungscode benutzt.",
    },
    identified: {
      subject: "Sie sind identifiziert",
      happened: "Ihre Identität ist für Ihr Konto festgestellt. Sie können jetzt Einschreiben versenden.",
    },
    name_changed: {
      subject: "Ihr Name wurde geändert",
      happened: "Der Name Ihres Kontos wurde in den geändert, mit dem Sie identifiziert sind.",
    },
    identity_linked: {
      subject: "Eine weitere Identität wurde verknüpft",
      happened:
        "Ein weiteres itsme-Konto oder ein weiterer Personalausweis wurde mit Ihrem Konto verknüpft. Damit kann man sich anmelden.",
    },
    api_key_taken_over: {
      subject: "Ein API-Schlüssel hat einen anderen Verantwortlichen",
      happened:
        "Ein Administrator Ihres Unternehmens hat die Verantwortung für einen API-Schlüssel übernommen.",
    },
    api_key_made: {
      subject: "Ein neuer API-Schlüssel wurde angelegt",
      happened:
        "Jemand hat für Ihr Konto einen API-Schlüssel angelegt. Wer ihn hat, kann das Konto so weit nutzen, wie der Schlüssel es erlaubt.",
    },
    api_key_rotated: {
      subject: "Ein API-Schlüssel wurde erneuert",
      happened:
        "Jemand hat einen API-Schlüssel Ihres Kontos erneuert. Der alte gilt höchstens noch kurze Zeit.",
    },
    api_key_revoked: {
      subject: "Ein API-Schlüssel wurde widerrufen",
      happened:
        "Jemand hat einen API-Schlüssel Ihres Kontos widerrufen. Von ihm wird nichts mehr angenommen.",
    },
    registration_link: {
      subject: "Bestätigen Sie Ihre E-Mail-Adresse",
      happened: "Jemand, wahrscheinlich Sie selbst, registriert diese Adresse bei uns.",
      after: "Der Link bestätigt, dass die Adresse Ihnen gehört. Er gilt einmal, 24 Stunden lang.",
      button: "Adresse bestätigen",
      unasked: "Wenn Sie das nicht verlangt haben, tun Sie nichts: Ohne den Link entsteht kein Konto.",
    },
    registration_known: {
      subject: "Sie haben bereits ein Konto",
      happened:
        "Jemand, wahrscheinlich Sie selbst, wollte diese Adresse bei uns registrieren. Sie gehört bereits zu einem Konto.",
      after:
        "Tippen Sie die Adresse des Portals selbst in Ihren Browser und melden Sie sich an. Mit itsme oder Ihrem Personalausweis geht das ohne Passwort.",
      unasked: "Wenn Sie das nicht verlangt haben, tun Sie nichts: Es wurde nichts geändert.",
    },
    application_received: {
      subject: "Wir haben Ihren Antrag erhalten",
      happened: "Ihr Antrag auf ein Konto für Ihr Unternehmen ist bei uns eingegangen.",
      after:
        "Wir vergleichen ihn mit der Zentralen Datenbank der Unternehmen und sehen das unterschriebene Formular an. Sie hören per E-Mail von uns. Bis dahin kann für das Unternehmen nichts versendet werden.",
      unasked: "Waren Sie das nicht, melden Sie sich an und sehen Sie unter „Anmeldung und Sicherheit“ nach.",
    },
    invitation_link: {
      subject: "Sie sind zu einem Konto eingeladen",
      happened: "Ein Unternehmen lädt Sie in sein Konto für Einschreiben ein.",
      after:
        "Der Link zeigt, wer Sie einlädt und was wir über Sie haben, und lässt Sie annehmen oder ablehnen. Er gilt einmal, 14 Tage lang.",
      button: "Einladung ansehen",
      unasked:
        "Wenn Sie dieses Unternehmen nicht kennen, tun Sie nichts: Die Einladung endet von selbst, und was wir über Sie haben, wird gelöscht.",
    },
    member_joined: {
      subject: "Jemand ist Ihrem Konto beigetreten",
      happened: "Eine Einladung zum Konto Ihres Unternehmens wurde angenommen.",
      unasked:
        "Wenn Sie diese Person nicht kennen, melden Sie sich an und entfernen Sie das Mitglied auf der Seite „Mitglieder“. Der Zugang endet sofort.",
    },
    member_left: {
      subject: "Ein Mitglied hat Ihr Konto verlassen",
      happened:
        "Ein Mitglied hat das Konto Ihres Unternehmens verlassen. Entwürfe gingen an den Administrator, der am längsten dabei ist. API-Schlüssel dieses Mitglieds sind ausgesetzt, bis ein Administrator sie übernimmt.",
      unasked: "Sie müssen nichts tun.",
    },
    invitation_declined: {
      subject: "Eine Einladung wurde abgelehnt",
      happened: "Die Person, die Sie zum Konto Ihres Unternehmens eingeladen haben, möchte nicht beitreten.",
      unasked: "Sie müssen nichts tun. War es ein Versehen, so können Sie die Adresse erneut einladen.",
    },
    membership_ended: {
      subject: "Ihre Mitgliedschaft ist beendet",
      happened: "Sie sind nicht mehr Mitglied im Konto dieses Unternehmens.",
      after:
        "Ihre anderen Mitgliedschaften bleiben, wie sie sind. Was nur diesem Unternehmen diente, wurde gelöscht.",
      unasked: "Fragen dazu beantwortet das Unternehmen.",
    },
    membership_ended_erased: {
      subject: "Ihre Mitgliedschaft ist beendet",
      happened:
        "Sie sind nicht mehr Mitglied im Konto dieses Unternehmens, und es war Ihr einziges. Wir haben Ihren Namen, Ihre Adresse und Ihre Anmeldemittel gelöscht.",
      after:
        "Das Nutzungsprotokoll und die Nachweise der Sendungen, die Sie verschickt haben, behalten nur Ihre zufällige Mitgliedsnummer, bis ihre gesetzliche Frist endet. Sie können sich bei der belgischen Datenschutzbehörde (Gegevensbeschermingsautoriteit) beschweren.",
      unasked: "Fragen dazu beantwortet das Unternehmen. Dies ist die letzte E-Mail an diese Adresse.",
    },
    role_changed: {
      subject: "Ihre Rolle hat sich geändert",
      happened: "Ein Administrator Ihres Unternehmens hat Ihnen eine andere Rolle gegeben.",
      unasked: "Fragen dazu beantworten die Administratoren Ihres Unternehmens.",
    },
    account_closing: {
      subject: "Ihr Konto wird geschlossen",
      happened:
        "Die Schließung dieses Kontos wurde verlangt. Es kann nichts Neues versendet werden. Was unterwegs ist, läuft zu Ende; ist die letzte Sendung endgültig, ist das Konto geschlossen.",
      after:
        "Bis dahin und 44 Tage danach kann die Schließung auf der Seite „Konto schließen“ zurückgenommen werden. Exportieren Sie, was Sie behalten wollen, auf der Seite „Meine Daten“.",
    },
    account_closed: {
      subject: "Ihr Konto ist geschlossen",
      happened:
        "Dieses Konto ist geschlossen. Die Nutzung seiner Daten ist eingeschränkt: Sie können nur noch exportiert werden, und was noch unterwegs ist, läuft ohne das Konto zu Ende.",
      after:
        "Bis zum Ende des oben genannten Tages können Sie Ihre Daten exportieren, unbenutzte Credits zurückverlangen und die Schließung zurücknehmen. Im Lauf des Tages danach werden die personenbezogenen Daten des Kontos gelöscht.",
    },
    account_erasure_near: {
      subject: "Ihr Konto wird in einer Woche gelöscht",
      happened:
        "Dieses Konto ist geschlossen, und seine personenbezogenen Daten werden bald endgültig gelöscht.",
      after:
        "Bis zum Ende des oben genannten Tages können Sie Ihre Daten exportieren, unbenutzte Credits zurückverlangen und die Schließung zurücknehmen. Danach kann es niemand mehr.",
    },
    account_reopened: {
      subject: "Ihr Konto ist wieder offen",
      happened:
        "Die Schließung dieses Kontos wurde zurückgenommen. Sie können es nutzen wie zuvor. Briefe, auf die verzichtet wurde, und Credits, die zurückverlangt wurden, kommen nicht wieder; offene Einladungen bleiben ungültig.",
    },
    account_erased: {
      subject: "Ihr Konto wurde gelöscht",
      happened:
        "Die Frist dieses geschlossenen Kontos ist abgelaufen, und seine personenbezogenen Daten wurden gelöscht. Was das Gesetz von Nachweisen, Protokoll und Rechnungen aufbewahren lässt, bleibt bis zum Ende seiner eigenen Frist.",
      after:
        "Gehören Sie zu einem anderen Konto, hat sich dort nichts geändert. Sie können sich bei der belgischen Datenschutzbehörde (Gegevensbeschermingsautoriteit) beschweren.",
      unasked: "Dies war die letzte Nachricht zu diesem Konto.",
    },
    credits_refund_asked: {
      subject: "Sie haben unbenutzte Credits zurückverlangt",
      happened:
        "Die unbenutzten Credits Ihres geschlossenen Kontos wurden ausgebucht. Der Betrag wird auf dem Weg erstattet, auf dem sie gekauft wurden.",
    },
    email_change_asked: {
      subject: "Eine neue E-Mail-Adresse wurde angefragt",
      happened:
        "Jemand, wahrscheinlich Sie, möchte die Adresse Ihres Kontos ändern. An die neue Adresse ging ein Link. Solange er nicht benutzt ist, gilt diese Adresse weiter.",
    },
    email_changed: {
      subject: "Die E-Mail-Adresse Ihres Kontos wurde geändert",
      happened: "Die Adresse Ihres Kontos wurde geändert. Die neue wurde durch einen Link bestätigt.",
      after: "E-Mails zu Ihrem Konto gehen ab jetzt an die neue Adresse.",
    },
    email_change_link: {
      subject: "Bestätigen Sie Ihre neue E-Mail-Adresse",
      happened: "Sie haben verlangt, die Adresse Ihres Kontos in diese zu ändern.",
      after:
        "Der Link bestätigt, dass die Adresse Ihnen gehört. Er gilt einmal, 24 Stunden lang. Bis dahin gilt Ihre bisherige Adresse.",
      button: "Adresse bestätigen",
      unasked: "Wenn Sie das nicht verlangt haben, tun Sie nichts: Ohne den Link wird nichts geändert.",
    },
    application_approved: {
      subject: "Ihr Unternehmen ist genehmigt",
      happened:
        "Unsere Mitarbeiter haben die Unterlagen Ihres Unternehmens geprüft. Es kann ab jetzt Einschreiben versenden.",
      after: "Tippen Sie die Adresse des Portals selbst in Ihren Browser und melden Sie sich an.",
      unasked: "Wenn Sie für dieses Unternehmen nichts beantragt haben, sagen Sie es uns sofort.",
    },
    application_refused: {
      subject: "Ihr Unternehmen konnte nicht genehmigt werden",
      happened:
        "Unsere Mitarbeiter haben die Unterlagen Ihres Unternehmens angesehen und können es so nicht genehmigen.",
      after:
        "Sie können ergänzen, was fehlt, und den Antrag erneut einreichen: Tippen Sie die Adresse des Portals selbst in Ihren Browser, melden Sie sich an und öffnen Sie den Antrag. Ein Antrag, der nicht wieder aufgenommen wird, wird nach 30 Tagen gelöscht.",
      unasked: "Wenn Sie für dieses Unternehmen nichts beantragt haben, sagen Sie es uns sofort.",
    },
    register_numbers_authorised: {
      subject: "Ihr Unternehmen darf Nationalregisternummern verwenden",
      happened:
        "Unsere Mitarbeiter haben die Ermächtigung Ihres Unternehmens gesehen. Seine Mitglieder dürfen ab jetzt die Nationalregisternummer eines Empfängers angeben.",
      unasked: "Wenn Ihr Unternehmen keine Ermächtigung hat, sagen Sie es uns sofort.",
    },
    register_numbers_withdrawn: {
      subject: "Ihr Unternehmen darf keine Nationalregisternummern mehr verwenden",
      happened:
        "Unsere Mitarbeiter haben diese Erlaubnis beendet. Eine Sendung mit einer Nationalregisternummer wird ab jetzt abgelehnt; was vorher versandt wurde, bleibt, wie es ist.",
      unasked: "Fragen dazu beantwortet unsere Registrierungsstelle.",
    },
    hold_placed: {
      subject: "Eine Aufbewahrungsanordnung gilt",
      happened:
        "Was Sie beantragt haben, gilt. Nichts davon wird vor dem unten genannten Tag gelöscht, was immer die Fristen sagen.",
      after:
        "Sie finden sie im Portal unter „Aufbewahrung“. Wir benachrichtigen Sie zwei Wochen vor ihrem Ende.",
      unasked: "Sie erhalten diese E-Mail, weil aus Ihrem Konto eine Aufbewahrungsanordnung beantragt wurde.",
    },
    hold_refused: {
      subject: "Eine Aufbewahrungsanordnung wurde abgelehnt",
      happened:
        "Unsere Datenschutzstelle hat die beantragte Aufbewahrung nicht angeordnet. Was sie betraf, wird an den Tagen gelöscht, die auf der Seite dazu stehen.",
      after:
        "Speichern Sie das Nachweispaket vor diesem Tag, oder stellen Sie den Antrag mit anderen Gründen erneut.",
      unasked: "Sie erhalten diese E-Mail, weil aus Ihrem Konto eine Aufbewahrungsanordnung beantragt wurde.",
    },
    hold_ends: {
      subject: "Eine Aufbewahrungsanordnung endet bald",
      happened:
        "Eine Aufbewahrungsanordnung endet an dem unten genannten Tag. Danach gelten wieder die üblichen Fristen, und was sie überschreitet, wird sofort gelöscht.",
      after:
        "Wenn Sie die Daten noch brauchen, speichern Sie das Nachweispaket, oder bitten Sie die Datenschutzstelle mit Begründung um Verlängerung.",
      unasked: "Sie erhalten diese E-Mail, weil die Anordnung Daten Ihres Kontos bewahrt.",
    },
    hold_ended: {
      subject: "Eine Aufbewahrungsanordnung ist zu Ende",
      happened:
        "Eine Aufbewahrungsanordnung ist abgelaufen. Es gelten wieder die üblichen Fristen, und was sie überschreitet, wird innerhalb eines Tages gelöscht.",
      unasked: "Sie erhalten diese E-Mail, weil die Anordnung Daten Ihres Kontos bewahrt hat.",
    },
    hold_lifted: {
      subject: "Eine Aufbewahrungsanordnung wurde aufgehoben",
      happened:
        "Eine Aufbewahrungsanordnung wurde vor ihrem Ende von zwei Mitarbeitern unserer Datenschutzstelle aufgehoben. Es gelten wieder die üblichen Fristen, und was sie überschreitet, wird innerhalb eines Tages gelöscht.",
      unasked: "Sie erhalten diese E-Mail, weil die Anordnung Daten Ihres Kontos bewahrt hat.",
    },
    evidence_falling: {
      subject: "Nachweise zu Ihren Einschreiben werden gelöscht",
      happened:
        "Nachweise werden so lange aufbewahrt, wie das Gesetz es verlangt, und dann gelöscht. Für einige Ihrer Sendungen ist dieser Tag nahe.",
      after:
        "Öffnen Sie die oben genannte Adresse in Ihrem Browser. Dort können Sie das Nachweispaket jeder Sendung speichern und ihre Zeitstempel erneuern lassen. Ein gespeichertes Paket lässt sich auch nach diesem Tag prüfen.",
      unasked:
        "Sie erhalten diese E-Mail, weil Sie das Konto verwalten, das diese Sendungen versandt hat. Sie werden 60 und 14 Tage vorher benachrichtigt.",
    },
  },
  facts: {
    ...rightsMails.facts,
    ...registerMails.facts,
    address: "Neue Adresse",
    company: "Unternehmen",
    number: "Unternehmensnummer",
    reason: "Grund",
    words: "Unsere Mitarbeiter schreiben",
    role: "Rolle",
    until: "Bis zum Ende des",
    name: "Name",
    key: "API-Schlüssel",
    by: "Durch",
    method: "Mit",
    old_name: "Vorher",
    new_name: "Jetzt",
    left: "Verbleibende Wiederherstellungscodes",
    credits: "Credits",
    delivery: "Einschreiben",
    ground: "Grund der Anordnung",
    sixty: "Innerhalb von 60 Tagen",
    fourteen: "Innerhalb von 14 Tagen",
    first: "Das erste am",
    page: "Adresse der Liste",
  },
  roles: { admin: "Administrator", user: "Nutzer" },
  methods: { itsme: "itsme", eid: "Personalausweis" },
  notYou: "Waren Sie das nicht?",
  whatToDo: (address) =>
    `Tippen Sie selbst ${address} in Ihren Browser, melden Sie sich an und öffnen Sie „Anmeldung und Sicherheit“: Beenden Sie alle anderen Sitzungen und ändern Sie Ihr Passwort.`,
  noLink:
    "Diese E-Mail enthält absichtlich keinen Link. Wir fragen nie per E-Mail oder Telefon nach Ihrem Passwort oder einem Code.",
};
