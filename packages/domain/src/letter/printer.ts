// A printer as the configuration describes it: where its envelopes show the address, what it can do, how much it takes.

/** Millimetres from the left and the top edge of an upright A4 page. */
export interface PaperBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PrinterProfile {
  /** Lower-case letters, digits and hyphens; stands in batches for good. */
  readonly key: string;
  /** As the desk calls it. */
  readonly name: string;
  /** Where the envelope's window shows the address. */
  readonly window: PaperBox;
  /** Where the return address stands; within the window's upper edge or apart from it. */
  readonly returnAddress: PaperBox;
  /** Where the registered label with its barcode stands. */
  readonly label: PaperBox;
  /** What the printer cannot reach, on all four sides. */
  readonly margin: number;
  readonly duplex: boolean;
  readonly colour: boolean;
  /** Sheets in one envelope at most. */
  readonly sheets: number;
  /** Where its files are brought; absent: they are downloaded. */
  readonly sftp?: SftpPlace;
}

export interface SftpPlace {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** SHA-256 of the host's key, base64 without padding, as `ssh-keygen -l` shows it. */
  readonly hostKey: string;
  readonly directory: string;
}
