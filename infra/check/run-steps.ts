// Runs commands a few at a time, keeps what they print, and says how each went.

import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

export interface Step {
  readonly name: string;
  /** What it looks at, in a few words. */
  readonly about: string;
  readonly command: string;
  readonly args: readonly string[];
  /** What to do when it fails, where its own output does not say. */
  readonly mend?: string;
}

export interface StepResult {
  readonly step: Step;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** Runs all steps, at most as many at once as there are cores (4 at most); `onEnd` is told of each as it ends. */
export async function runSteps(
  steps: readonly Step[],
  onEnd: (result: StepResult) => void,
): Promise<readonly StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  async function work(): Promise<void> {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runStep(step);
      results.push(result);
      onEnd(result);
    }
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  return results;
}

function runStep(step: Step): Promise<StepResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(step.command, step.args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const end = (passed: boolean): void =>
      resolve({ step, passed, seconds: (performance.now() - started) / 1000, output: output.trim() });
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data: Buffer) => (output += data.toString()));
    child.on("error", (error) => {
      output += error.message;
      end(false);
    });
    child.on("close", (code) => end(code === 0));
  });
}
