// A validator of others, built by Maven from its folder here into node_modules/.cache of the same name.

import { spawnSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

interface Validator {
  /** What `java` is given before the command's own arguments. */
  readonly command: readonly string[];
  /** Empty where it can run: built once by Maven, which fetches it from Maven Central. Throws when it does not compile. */
  whyNot(): string;
}

export function validatorIn(folder: "dss" | "verapdf"): Validator {
  const project = resolve(fileURLToPath(import.meta.url), "..", folder);
  // Outside of what is committed; see its pom.xml.
  const built = resolve(project, "../../../node_modules/.cache", folder);
  const jar = join(built, `conformance-${folder}.jar`);
  return {
    command: ["-cp", `${jar}:${join(built, "lib/*")}`, "posthorn.conformance.Main"],
    whyNot() {
      const absent = ["mvn", "java"].filter((tool) => spawnSync(tool, ["-version"]).error !== undefined);
      if (absent.length > 0) return ` (skipped: ${absent.join(", ")} is not installed)`;
      return isBuilt(project, jar) ? "" : build(project);
    },
  };
}

/** Newer than all it is made from. */
function isBuilt(project: string, jar: string): boolean {
  const sources = globSync(["pom.xml", "src/**/*.java"], { cwd: project });
  return (
    existsSync(jar) && sources.every((path) => statSync(join(project, path)).mtimeMs < statSync(jar).mtimeMs)
  );
}

function build(project: string): string {
  const built = spawnSync("mvn", ["-q", "-B", "package"], { cwd: project, encoding: "utf8" });
  if (built.status === 0) return "";
  const said = `${built.stdout}${built.stderr}`;
  if (/Could not transfer|Unknown host|offline mode|Network is unreachable/u.test(said)) {
    return " (skipped: Maven Central cannot be reached)";
  }
  throw new Error(`the validator does not build:\n${said}`);
}
