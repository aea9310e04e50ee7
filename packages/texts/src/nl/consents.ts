// Words in Dutch about the ledger of consents to electronic registered mail.

import type { consents as En } from "../en/consents.ts";

export const consents: typeof En = {
  menu: "Toestemmingen",
  title: "Toestemmingen",
  lead: "Wie aanvaardde dat u elektronisch aangetekend verstuurt: wanneer, op welke grond, met welke woorden. Hier wordt nooit iets gewijzigd; een toestemming wordt ingetrokken.",
  search: "E-mailadres, voluit",
  caption: "Toestemmingen, de nieuwste eerst",
  addressee: "Geadresseerde",
  stated: "Gegeven op",
  ground: "Grond",
  grounds: {
    clause: "Clausule in een contract",
    earlier_consent: "Eerdere toestemming",
    registration: "Geregistreerd adres",
  },
  words: "Woorden",
  noWords: "niet genoteerd",
  source: "Bron",
  sources: {
    sender: "vermeld door de afzender",
    import: "ingelezen met contacten",
    addressee: "gegeven door de geadresseerde",
  },
  state: "Stand",
  stands: "Geldt",
  withdrawn: "Ingetrokken",
  withdrawnOn: (when, by) => `${when}, door ${by}`,
  by: { sender: "de afzender", addressee: "de geadresseerde" },
  recorded: "Genoteerd op",
  email: "E-mailadres",
  sender: "Afzender",
  withdrawnWords: "Woorden van de intrekking",
  add: "Een toestemming vermelden",
  exportCsv: "Exporteren als CSV",
  emptyTitle: "Nog geen toestemmingen",
  emptyText:
    "Zij komen hier wanneer u er een vermeldt, wanneer u een zending verstuurt die dat zegt, en wanneer een geadresseerde na het ophalen akkoord gaat.",
  nothingFound: "Geen toestemming van dit adres",
  all: "Alles tonen",
  added: "De toestemming is genoteerd.",
  didWithdraw: "De intrekking is genoteerd.",
  form: {
    title: "Een toestemming vermelden",
    lead: "Vermeld alleen wat u kunt aantonen. Als de geadresseerde het betwist, moet u het bewijzen.",
    ground: "Op welke grond",
    statedOn: "Wanneer",
    words: "Met welke woorden",
    wordsHint: "Zoals ze in het contract of de brief staan, hoogstens 500 tekens.",
    button: "Noteren",
  },
  statement: {
    title: "Verklaring van toestemming",
    lead: "Uit het register van de afzender die hier staat. Druk deze pagina af waar u ze op papier nodig hebt.",
    number: "Nummer",
    made: (when) => `Gemaakt op ${when}.`,
    of: (name) => `De verklaring van ${name}`,
  },
  withdrawing: {
    title: "Een intrekking noteren",
    text: "Zei de geadresseerde u dat hij niet meer akkoord gaat, noteer het dan hier. Vanaf nu waarschuwt het opstellen. Dit kan niet ongedaan worden gemaakt; een nieuwe toestemming is een nieuwe rij.",
    words: "Hoe hij dat zei",
    button: "De intrekking noteren",
  },
  own: {
    title: "Aangetekende zendingen van deze afzender",
    ask: (sender) => `Gaat u ermee akkoord dat ${sender} u voortaan elektronisch aangetekend verstuurt?`,
    effect:
      "Als u akkoord gaat, gelden aangetekende zendingen op uw naam aan dit e-mailadres als verstuurd naar een adres dat u hebt aanvaard. U kunt dat altijd intrekken.",
    give: "Ik ga akkoord",
    given: (sender, day) =>
      `Op ${day} ging u ermee akkoord dat ${sender} u elektronisch aangetekend verstuurt.`,
    stated: (sender) =>
      `${sender} heeft genoteerd dat u akkoord ging met elektronische aangetekende zendingen. Klopt dat niet, of niet meer, zeg het dan hier.`,
    withdraw: "Ik ga niet meer akkoord",
    withdrawEffect:
      "De afzender ziet het in zijn register wanneer hij u schrijft. Wat eerder werd verstuurd, blijft geldig.",
    saidYes: "Uw akkoord is genoteerd.",
    saidNo: "Er is genoteerd dat u niet meer akkoord gaat.",
    words: (sender) => `Ik ga ermee akkoord dat ${sender} mij voortaan elektronisch aangetekend verstuurt.`,
    withdrawnWords: (sender) =>
      `Ik ga er niet meer mee akkoord dat ${sender} mij elektronisch aangetekend verstuurt.`,
  },
};
