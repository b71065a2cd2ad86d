import type { InspectionKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { CheckField } from '../../ui/choice-field.js';
import { CountField } from '../../ui/parsed-field.js';

interface CellShapeFieldsProps {
  readonly actor: ProgramActor | undefined;
  readonly kind: InspectionKind | undefined;
  readonly value: { readonly dispersed?: boolean | undefined; readonly groups?: number | undefined };
  readonly onChange: (value: { dispersed?: boolean; groups?: number | undefined }) => void;
}

/** What a cell says of itself where it means to supervise by theme: its committee and its members the register knows. */
export function CellShapeFields({ actor, kind, value, onChange }: CellShapeFieldsProps) {
  if (actor !== 'CELL' || kind !== 'THEMATIC_SUPERVISION') return null;
  return (
    <>
      <CheckField
        label="Đảng viên của chi bộ hoạt động phân tán"
        checked={value.dispersed ?? false}
        onChange={(dispersed) => onChange({ dispersed })}
      />
      <CountField label="Số tổ đảng của chi bộ" value={value.groups ?? 0} onChange={(groups) => onChange({ groups })} />
    </>
  );
}
