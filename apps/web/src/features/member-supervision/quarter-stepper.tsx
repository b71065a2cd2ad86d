import { quarterText, type Quarter } from '@vungmanh/contracts/inspection/member-supervision';
import { today } from '../../text/dates.js';
import { Button, IconButton } from '../../ui/button.js';
import { inQuarter, quarterAt, quarterOn } from './supervision-text.js';

/** One quarter after the other. */
export function QuarterStepper({ quarter, onChange }: { quarter: Quarter; onChange: (quarter: Quarter) => void }) {
  const current = quarterAt(today());
  return (
    <div className="row no-print">
      <IconButton icon="left" label={`Về ${inQuarter(quarterOn(quarter, -1))}`} onClick={() => onChange(quarterOn(quarter, -1))} />
      <span className="strong" role="status">
        {quarterText(quarter)}
      </span>
      <IconButton icon="right" label={`Sang ${inQuarter(quarterOn(quarter, 1))}`} onClick={() => onChange(quarterOn(quarter, 1))} />
      {quarter !== current && (
        <Button look="quiet" size="small" onClick={() => onChange(current)}>
          Quý này
        </Button>
      )}
    </div>
  );
}
