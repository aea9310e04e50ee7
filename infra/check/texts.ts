// Check: every text exists in every language. That none is missing, the compiler sees to.

import { LANGUAGES } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { inspectTexts } from "./text-rules.ts";

const complaints = inspectTexts(
  Object.fromEntries(LANGUAGES.map((language) => [language, textsFor(language)])),
);
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
if (complaints.length > 0) process.exit(1);
process.stdout.write(`${LANGUAGES.length} languages\n`);
