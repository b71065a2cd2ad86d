import type { LessonPlan } from '@vungmanh/contracts/training/class';
import { addDays, weekdayOf } from '@vungmanh/regulations/calendar';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { CheckField } from '../../ui/choice-field.js';
import { CountField, DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { lessonTime } from './class-text.js';

/** Half days as classes are held; each sitting can be left out. */
const halves = { morning: ['07:30', '11:30'], afternoon: ['13:30', '17:00'] } as const;
const SUNDAY = 7;

interface Asked {
  readonly from: string;
  readonly days: number;
  readonly place: string;
  readonly lecturer: string;
  readonly topics: readonly string[];
  readonly morning: boolean;
  readonly afternoon: boolean;
}

/** The sittings of so many days on which people work, from the first on. */
export function sittingsOf({ from, days, place, lecturer, topics, ...half }: Asked): LessonPlan[] {
  const dates: string[] = [];
  for (let day = from; dates.length < days; day = addDays(day, 1)) if (weekdayOf(day) !== SUNDAY) dates.push(day);
  const times = (['morning', 'afternoon'] as const).filter((name) => half[name]).map((name) => halves[name]);
  return dates
    .flatMap((date) => times.map(([start, end]) => ({ date, start, end })))
    .map(({ date, start, end }, i) => ({
      startsAt: new Date(`${date}T${start}:00+07:00`).toISOString(),
      endsAt: new Date(`${date}T${end}:00+07:00`).toISOString(),
      place,
      topic: topics[i] ?? `Buổi ${i + 1}`,
      lecturers: lecturer === '' ? [] : [{ name: lecturer }],
    }));
}

interface PlanProps {
  readonly lessons: readonly LessonPlan[];
  readonly topics: readonly string[];
  readonly onChange: (lessons: LessonPlan[]) => void;
  readonly error: string | undefined;
}

/** Days, place and lecturer said once make the timetable; what is otherwise is put right line by line. */
export function LessonPlanFields({ lessons, topics, onChange, error }: PlanProps) {
  const [from, setFrom] = useState<string>();
  const [days, setDays] = useState<number>();
  const [place, setPlace] = useState('');
  const [lecturer, setLecturer] = useState('');
  const [half, setHalf] = useState({ morning: true, afternoon: true });
  const ready = from !== undefined && days !== undefined && days > 0 && days <= 30 && place.trim() !== '' && (half.morning || half.afternoon);
  const make = () => ready && onChange(sittingsOf({ from, days, place: place.trim(), lecturer: lecturer.trim(), topics, ...half }).slice(0, 60));
  const replace = (at: number, lesson: LessonPlan) => onChange(lessons.map((one, i) => (i === at ? lesson : one)));
  return (
    <fieldset className="lesson-plan">
      <legend>Lịch học</legend>
      <div className="lesson-head">
        <DateField label="Ngày khai giảng" value={from} onChange={setFrom} />
        <CountField label="Số ngày học" value={days} onChange={setDays} />
        <TextField label="Nơi học" maxLength={300} value={place} onChange={setPlace} />
        <TextField label="Giảng viên" hint="Ghi sau cũng được." maxLength={120} value={lecturer} onChange={setLecturer} />
      </div>
      <div className="row">
        <CheckField label="Buổi sáng 07:30–11:30" checked={half.morning} onChange={(morning) => setHalf({ ...half, morning })} />
        <CheckField label="Buổi chiều 13:30–17:00" checked={half.afternoon} onChange={(afternoon) => setHalf({ ...half, afternoon })} />
        <Button disabled={!ready} onClick={make}>
          Lập lịch học
        </Button>
      </div>
      {error !== undefined && lessons.length === 0 && <p className="field-error">Chưa có lịch học. Điền ngày, nơi học rồi bấm "Lập lịch học".</p>}
      {lessons.length > 0 && (
        <ol className="lesson-rows">
          {lessons.map((lesson, i) => (
            <li key={lesson.startsAt}>
              <span className="small strong">{lessonTime(lesson)}</span>
              <TextField
                label={`Nội dung buổi ${i + 1}`}
                hideLabel
                maxLength={300}
                value={lesson.topic}
                onChange={(topic) => replace(i, { ...lesson, topic })}
              />
              <TextField
                label={`Giảng viên buổi ${i + 1}`}
                hideLabel
                placeholder="Giảng viên"
                maxLength={120}
                value={lesson.lecturers[0]?.name ?? ''}
                onChange={(name) => replace(i, { ...lesson, lecturers: name === '' ? [] : [{ name }] })}
              />
              <Button size="small" look="quiet" onClick={() => onChange(lessons.filter((_, n) => n !== i))}>
                Bỏ buổi này
              </Button>
            </li>
          ))}
        </ol>
      )}
    </fieldset>
  );
}
