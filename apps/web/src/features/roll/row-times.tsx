import { rollRefusalLabels, type RollPageLine } from '@vungmanh/contracts/attendance';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { TimeField } from '../../ui/parsed-field.js';
import { dayAndTime, instantOf } from '../meeting/agenda.js';
import type { Choice } from './local-roll.js';

interface TimesProps {
  readonly line: RollPageLine;
  readonly day: string;
  readonly onDone: (choice: Choice) => void;
}

const timeOf = (instant: string | undefined): string | undefined => (instant === undefined ? undefined : dayAndTime(instant).time);
const nowTime = (): string => dayAndTime(new Date().toISOString()).time;

/** Hours at which somebody present came late or left early; an empty field means that they did not. */
export function RowTimes({ line, day, onDone }: TimesProps) {
  const [arrived, setArrived] = useState(timeOf(line.arrivedAt));
  const [left, setLeft] = useState(timeOf(line.leftAt));
  const wrong = arrived !== undefined && left !== undefined && left <= arrived ? rollRefusalLabels['left-before-arrival'] : undefined;
  return (
    <div className="roll-times">
      <TimeField label="Đến muộn, lúc" optional value={arrived} onChange={setArrived} />
      <TimeField label="Về sớm, lúc" optional value={left} onChange={setLeft} error={wrong} />
      <div className="row">
        <Button size="small" onClick={() => setArrived(nowTime())}>
          Vừa đến
        </Button>
        <Button size="small" onClick={() => setLeft(nowTime())}>
          Vừa về
        </Button>
        <Button
          size="small"
          look="primary"
          disabled={wrong !== undefined}
          onClick={() =>
            onDone({
              state: 'PRESENT',
              ...(arrived === undefined ? {} : { arrivedAt: instantOf(day, arrived) }),
              ...(left === undefined ? {} : { leftAt: instantOf(day, left) }),
            })
          }
        >
          Ghi giờ
        </Button>
      </div>
    </div>
  );
}
