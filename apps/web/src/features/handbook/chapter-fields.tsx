import { AgendaArea, agendaAreaLabel, MeetingKind, meetingKindLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { listNodeTypes } from '@vungmanh/contracts/organization/node-type';
import type { ChapterContent } from '@vungmanh/contracts/training/chapter';
import { chapterTextHelp } from '@vungmanh/contracts/training/chapter-text';
import { useQueryOf } from '../../api/queries.js';
import { CheckField } from '../../ui/choice-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';

/** A chapter as it is typed: lists one a line. */
export interface TypedChapter extends Omit<ChapterContent, 'keywords' | 'themes'> {
  readonly keywords: string;
  readonly themes: string;
}

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

export const readChapter = ({ keywords, themes, ...rest }: TypedChapter): ChapterContent => ({
  ...rest,
  keywords: linesOf(keywords),
  themes: linesOf(themes),
});

export const typedChapter = (content?: ChapterContent): TypedChapter => {
  const { title = '', body = '', keywords = [], themes = [], areas = [], kinds = [], sectors = [] } = content ?? {};
  return { title, body, keywords: keywords.join('\n'), themes: themes.join('\n'), areas, kinds, sectors };
};

interface ChecksProps<V extends string> {
  readonly legend: string;
  readonly hint: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly chosen: readonly V[];
  readonly onChange: (chosen: V[]) => void;
}

function Checks<V extends string>({ legend, hint, options, chosen, onChange }: ChecksProps<V>) {
  return (
    <fieldset className="field-set">
      <legend>{legend}</legend>
      <p className="field-hint">{hint}</p>
      <div className="chapter-checks">
        {options.map(({ value, label }) => (
          <CheckField
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))}
          />
        ))}
      </div>
    </fieldset>
  );
}

const areas = AgendaArea.options.map((value) => ({ value, label: agendaAreaLabel[value] }));
const kinds = MeetingKind.options.map((value) => ({ value, label: meetingKindLabel[value] }));

/** Title, text and what it is for. */
export function ChapterFields({
  typed,
  onChange,
  error,
}: {
  typed: TypedChapter;
  onChange: (typed: TypedChapter) => void;
  error: string | undefined;
}) {
  const types = useQueryOf(listNodeTypes, {});
  const set = (changes: Partial<TypedChapter>): void => onChange({ ...typed, ...changes });
  return (
    <>
      <TextField
        label="Tên chương"
        maxLength={200}
        value={typed.title}
        onChange={(title) => set({ title })}
        error={typed.title === '' ? error : undefined}
      />
      <TextArea
        label="Nội dung"
        hint={chapterTextHelp}
        rows={16}
        maxLength={30_000}
        value={typed.body}
        onChange={(body) => set({ body })}
        error={typed.title !== '' ? error : undefined}
      />
      <Checks
        legend="Phần của chương trình sinh hoạt"
        hint="Không chọn: gợi ý ở mọi phần."
        options={areas}
        chosen={typed.areas}
        onChange={(chosen) => set({ areas: chosen })}
      />
      <Checks
        legend="Loại buổi sinh hoạt"
        hint="Không chọn: mọi buổi."
        options={kinds}
        chosen={typed.kinds}
        onChange={(chosen) => set({ kinds: chosen })}
      />
      <Checks
        legend="Loại hình chi bộ"
        hint="Không chọn: mọi loại hình."
        options={(types.data?.sectors ?? []).map((s) => ({ value: s.code, label: s.label }))}
        chosen={typed.sectors}
        onChange={(chosen) => set({ sectors: chosen })}
      />
      <TextArea label="Chuyên đề gợi ý" hint="Mỗi dòng một chuyên đề" optional rows={3} value={typed.themes} onChange={(themes) => set({ themes })} />
      <TextArea label="Từ khóa" hint="Mỗi dòng một từ khóa" optional rows={3} value={typed.keywords} onChange={(keywords) => set({ keywords })} />
    </>
  );
}
