// What a form of the settings is shown with: the settings as they stand, what was typed instead, and what is wrong with it.

import type { FieldError } from "@posthorn/domain";
import type { AccountSettings } from "@posthorn/usecases";
import type { PageFrame } from "@posthorn/web";

export interface Told {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

export interface SettingsFormProps {
  readonly frame: PageFrame;
  readonly settings: AccountSettings;
  readonly told: Told;
}
