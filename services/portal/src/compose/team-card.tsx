// For which team of the company a message is sent; nothing where the sender is in none.

import type { FieldError, Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { OwnTeam } from "@posthorn/usecases";
import { Card, errorAt, Field, type Markup } from "@posthorn/web";

interface TeamCardProps {
  readonly language: Language;
  readonly teams: readonly OwnTeam[];
  /** As chosen; undefined before: then his only team. */
  readonly team: string | undefined;
  readonly errors: readonly FieldError[];
}

export function TeamCard({ language, teams, team, errors }: TeamCardProps): Markup {
  const words = textsFor(language).teams.compose;
  if (teams.length === 0) return <></>;
  const only = teams.length === 1 ? teams[0]?.id : undefined;
  return (
    <Card id="team-card">
      <Field
        language={language}
        name="team"
        label={words.label}
        hint={words.hint}
        type="select"
        value={team ?? only ?? ""}
        error={errorAt(language, errors, "team")}
        options={[
          { value: "", label: words.none },
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Card>
  );
}
