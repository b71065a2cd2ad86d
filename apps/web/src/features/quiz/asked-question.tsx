import type { Asked, QuestionContent } from '@vungmanh/contracts/training/question';
import { useId } from 'react';
import './quiz.css';

export const optionLetter = (index: number): string => 'ABCDEF'[index] ?? '';
export const lettersOf = (options: readonly number[]): string => options.map(optionLetter).join(', ');

/** What the answer rests on: '208-QĐ/TW, 26/7/2026, Điều 9'. */
export const sourceText = ({ document, article }: QuestionContent['source']): string => [document, article].filter(Boolean).join(', ');

interface AskedProps {
  readonly number: number;
  readonly asked: Asked;
  readonly chosen: readonly number[];
  readonly onChange: (chosen: number[]) => void;
  readonly disabled?: boolean;
  /** Once it has been answered: which options are right. */
  readonly right?: readonly number[] | undefined;
}

/** One question with its options, each a wide row for a thumb; by keyboard as any radio buttons or check boxes. */
export function AskedQuestion({ number, asked, chosen, onChange, disabled = false, right }: AskedProps) {
  const name = useId();
  const multiple = asked.kind === 'MULTIPLE';
  const toggle = (option: number) =>
    onChange(
      multiple ? (chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option]).toSorted((a, b) => a - b) : [option],
    );
  return (
    <fieldset className="asked">
      <legend>
        <span className="asked-number">Câu {number}.</span> {asked.stem}
        {multiple && <span className="asked-hint">Chọn tất cả phương án đúng.</span>}
      </legend>
      {asked.options.map((option, index) => {
        const mark = right === undefined ? undefined : right.includes(index) ? 'right' : chosen.includes(index) ? 'wrong' : undefined;
        return (
          <label key={option} className="asked-option" data-mark={mark}>
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.includes(index)}
              disabled={disabled}
              onChange={() => toggle(index)}
            />
            <span>
              <span className="strong">{optionLetter(index)}.</span> {option}
              {mark === 'right' && <span className="asked-mark"> Đáp án đúng</span>}
              {mark === 'wrong' && <span className="asked-mark"> Chưa đúng</span>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** The questions of a paper by number: answered or not, and where one is. */
export function QuestionNumbers({
  count,
  at,
  markOf,
  onGo,
}: {
  count: number;
  at: number;
  markOf: (position: number) => { tone: 'none' | 'answered' | 'right' | 'wrong'; said: string };
  onGo: (position: number) => void;
}) {
  return (
    <nav aria-label="Các câu hỏi">
      <ol className="question-numbers">
        {Array.from({ length: count }, (_, i) => i + 1).map((position) => {
          const { tone, said } = markOf(position);
          return (
            <li key={position}>
              <button
                type="button"
                data-tone={tone}
                aria-current={position === at ? 'step' : undefined}
                aria-label={`Câu ${position}, ${said}`}
                onClick={() => onGo(position)}
              >
                {position}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
