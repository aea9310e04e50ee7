// Names of days and months in the four languages: our own tables, because proofs must read the same whatever ICU a machine has.

import type { Language } from "@posthorn/domain";

export interface CalendarNames {
  /** Monday first, as Temporal counts. */
  readonly days: readonly string[];
  readonly daysShort: readonly string[];
  readonly months: readonly string[];
  readonly monthsShort: readonly string[];
}

const words = (line: string): readonly string[] => line.split(" ");

export const CALENDAR_NAMES: Record<Language, CalendarNames> = {
  nl: {
    days: words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    daysShort: words("ma di wo do vr za zo"),
    months: words("januari februari maart april mei juni juli augustus september oktober november december"),
    monthsShort: words("jan feb mrt apr mei jun jul aug sep okt nov dec"),
  },
  fr: {
    days: words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    daysShort: words("lun. mar. mer. jeu. ven. sam. dim."),
    months: words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    monthsShort: words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
  },
  de: {
    days: words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
    daysShort: words("Mo Di Mi Do Fr Sa So"),
    months: words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    monthsShort: words("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
  },
  en: {
    days: words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    daysShort: words("Mon Tue Wed Thu Fri Sat Sun"),
    months: words("January February March April May June July August September October November December"),
    monthsShort: words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
  },
};
