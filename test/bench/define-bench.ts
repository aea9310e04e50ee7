// What a bench is: something measured on real processes, told as tables whose ratios come from one and the same run.

export interface BenchOptions {
  /** Smaller sizes: shows that the bench works, and roughly what it will say. */
  readonly quick: boolean;
  /** Says what is being done, for whoever waits. */
  readonly say: (line: string) => void;
  /** How many records of a bench that is told so; its own measure where absent. */
  readonly rows: number | undefined;
  /** Folder for CPU profiles of the services, where they are wanted. */
  readonly profiles: string | undefined;
}

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What has to be known to read the figures. */
  readonly notes?: readonly string[];
}

export interface Bench {
  readonly name: string;
  run(options: BenchOptions): Promise<readonly Table[]>;
}
