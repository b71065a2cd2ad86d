import type { InspectionKind } from '@vungmanh/contracts/inspection/kind';
import { SelectField } from '../../ui/choice-field.js';
import { type Theme, themesOf } from './themes.js';

interface ThemeFieldProps {
  readonly kind: InspectionKind | undefined;
  readonly label: string;
  /** Which one the text is of already. */
  readonly isOf: (theme: Theme) => boolean;
  readonly onChoose: (theme: Theme) => void;
}

/** A ready text for the themes of thematic supervision; what it fills in may be changed. Nothing where there is none. */
export function ThemeField({ kind, label, isOf, onChoose }: ThemeFieldProps) {
  const themes = themesOf(kind);
  if (themes.length === 0) return null;
  return (
    <SelectField
      label={label}
      optional
      empty="Tự viết"
      options={themes.map(({ value, label: name }) => ({ value, label: name }))}
      value={themes.find(isOf)?.value}
      onChange={(value) => {
        const chosen = themes.find((theme) => theme.value === value);
        if (chosen) onChoose(chosen);
      }}
    />
  );
}
