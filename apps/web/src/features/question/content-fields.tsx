import { QuestionKind, questionKindLabel, type QuestionContent } from '@vungmanh/contracts/training/question';
import { CheckField, RadioField } from '../../ui/choice-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { optionLetter } from '../quiz/asked-question.js';
import '../quiz/quiz.css';

const kinds = QuestionKind.options.map((value) => ({ value, label: questionKindLabel[value] }));
const MOST = 6;

/** What has been typed of a question; options that were left empty are left out. */
export interface TypedContent {
  readonly kind: QuestionContent['kind'];
  readonly stem: string;
  readonly options: readonly string[];
  readonly right: readonly number[];
  readonly explanation: string;
  readonly document: string;
  readonly article: string;
}

export const typedContent = (from?: QuestionContent): TypedContent => ({
  kind: from?.kind ?? 'SINGLE',
  stem: from?.stem ?? '',
  options: from?.options ?? ['', '', '', ''],
  right: from?.right ?? [],
  explanation: from?.explanation ?? '',
  document: from?.source.document ?? '',
  article: from?.source.article ?? '',
});

export function readContent({ kind, stem, options, right, explanation, document, article }: TypedContent): QuestionContent {
  const kept = options.map((option, index) => ({ option, index })).filter(({ option }) => option.trim() !== '');
  return {
    kind,
    stem,
    options: kept.map(({ option }) => option),
    right: kept.flatMap(({ index }, position) => (right.includes(index) ? [position] : [])),
    ...(explanation.trim() === '' ? {} : { explanation }),
    source: { document, ...(article.trim() === '' ? {} : { article }) },
  };
}

interface ContentFieldsProps {
  readonly typed: TypedContent;
  readonly onChange: (typed: TypedContent) => void;
  readonly error: string | undefined;
}

/** The words of a question, its options with the right ones ticked, and what the answer rests on. */
export function ContentFields({ typed, onChange, error }: ContentFieldsProps) {
  const set = (changes: Partial<TypedContent>) => onChange({ ...typed, ...changes });
  const tick = (index: number, on: boolean) =>
    set({ right: typed.kind === 'SINGLE' ? (on ? [index] : []) : on ? [...typed.right, index] : typed.right.filter((one) => one !== index) });
  return (
    <>
      <RadioField
        label="Loại câu hỏi"
        options={kinds}
        value={typed.kind}
        onChange={(kind = 'SINGLE') => set({ kind, right: kind === 'SINGLE' ? typed.right.slice(0, 1) : typed.right })}
      />
      <TextArea label="Câu hỏi" rows={3} maxLength={1500} value={typed.stem} onChange={(stem) => set({ stem })} />
      {typed.options.map((option, index) => (
        <div key={optionLetter(index)} className="option-row">
          <TextField
            label={`Phương án ${optionLetter(index)}`}
            optional={index > 1}
            maxLength={500}
            value={option}
            onChange={(next) => set({ options: typed.options.map((one, i) => (i === index ? next : one)) })}
          />
          <CheckField label={`${optionLetter(index)} là đáp án đúng`} checked={typed.right.includes(index)} onChange={(on) => tick(index, on)} />
        </div>
      ))}
      {typed.options.length < MOST && (
        <button type="button" className="link-button" onClick={() => set({ options: [...typed.options, ''] })}>
          Thêm phương án {optionLetter(typed.options.length)}
        </button>
      )}
      <TextField
        label="Văn bản làm căn cứ"
        hint="Số, ngày của văn bản, ví dụ: Quy định số 21-QĐ/TW, 11/4/2026"
        error={error}
        maxLength={300}
        value={typed.document}
        onChange={(document) => set({ document })}
      />
      <TextField label="Điều, khoản" optional maxLength={200} value={typed.article} onChange={(article) => set({ article })} />
      <TextArea label="Giải thích" optional rows={3} maxLength={1500} value={typed.explanation} onChange={(explanation) => set({ explanation })} />
    </>
  );
}
