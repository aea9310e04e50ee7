// `posthorn doctor --qualified`: what stands between this service and the status it would claim, from the settings of all services.

import { parseArgs } from "node:util";
import { parseRegister, type ProviderUse, type ReadinessFinding } from "@posthorn/domain";
import { claimsQualifiedSeal } from "@posthorn/pki";
import { checkReadiness, keysInForce, type KnownFacts, listSealKeys } from "@posthorn/usecases";
import { type Command, EXIT, type Terminal, UsageError } from "../command.ts";
import { readOfficers, readSetting, withDatabase } from "../read-setting.ts";

export const doctorCommand: Command = {
  usage: "doctor --qualified [--json]",
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: { qualified: { type: "boolean" }, json: { type: "boolean" } },
    });
    if (!values.qualified) throw new UsageError("doctor knows one examination: --qualified");
    const findings = await examine(terminal);
    if (values.json) terminal.write(`${JSON.stringify(findings, undefined, 2)}\n`);
    else
      for (const { ok, code, detail } of findings)
        terminal.write(`${ok ? "ok  " : "FAIL"} ${code}: ${detail}\n`);
    const failed = findings.filter(({ ok }) => !ok).length;
    if (!values.json) {
      terminal.write(
        failed === 0
          ? "Nothing found that stands against TRUST_STATUS=qualified. Whether the service is on the trusted list is not checked here.\n"
          : `${failed} of ${findings.length} stand against TRUST_STATUS=qualified.\n`,
      );
    }
    return failed === 0 ? EXIT.passed : EXIT.failed;
  },
};

async function examine(terminal: Terminal): Promise<readonly ReadinessFinding[]> {
  const officers = await readOfficers(terminal);
  const known = await knownFacts(terminal);
  return withDatabase(terminal, async (db) => {
    const { current } = await keysInForce(db, officers);
    const { keys } = await listSealKeys(db);
    const sealKeys = keys
      .filter(({ certificateSha256 }) => certificateSha256 === current)
      .map((key) => ({ ...key, qualifiedSeal: claimsQualifiedSeal(key.certificate) }));
    return checkReadiness(db, { ...known, officers: officers.count, sealKeys });
  });
}

async function knownFacts(terminal: Terminal): Promise<KnownFacts> {
  const words = async (name: string) =>
    ((await readSetting(terminal, name)) ?? "")
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== "");
  const publicUrls = ["PUBLIC_URL", "PORTAL_URL", "COLLECT_URL", "VERIFY_URL"].flatMap((name) => {
    const url = terminal.env[name];
    return url ? [url] : [];
  });
  let register: KnownFacts["register"];
  try {
    register = parseRegister((await readSetting(terminal, "PROVIDER_REGISTER")) ?? "[]");
  } catch (error) {
    throw new UsageError(`PROVIDER_REGISTER ${(error as Error).message}`);
  }
  return {
    register,
    publicUrls: [...new Set(publicUrls)],
    policies: await words("POLICY_URLS"),
    witnesses: (await words("WITNESSES")).length,
    clockToleranceSeconds: Number(terminal.env["CLOCK_TOLERANCE"] ?? "30"),
    providers: [
      ...(await words("TSA_URLS")).map((entry) => ({ role: "timestamp", url: entry.split(/\s/u)[0] ?? "" })),
      ...senders(terminal.env),
    ],
  };
}

/** Whom the worker hands mails, texts and the addresses of letters to, with its defaults. */
function senders(env: Terminal["env"]): readonly ProviderUse[] {
  const flowmailer = env["FLOWMAILER_API_URL"] ?? "https://api.flowmailer.net";
  const mail = env["MAIL_PROVIDER"] === "flowmailer" ? flowmailer : env["SMTP_URL"];
  const sms =
    env["SMS_PROVIDER"] === "flowmailer" ? flowmailer : (env["TWILIO_BASE_URL"] ?? "https://api.twilio.com");
  return [
    ...(mail ? [{ role: "mail", url: mail }] : []),
    { role: "sms", url: sms },
    ...(env["CARRIER"] === "bpost"
      ? [{ role: "carrier", url: env["BPOST_URL"] ?? "https://sen.bpost.be" }]
      : []),
  ];
}
