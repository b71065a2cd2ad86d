import type { ProposedChapter } from '@vungmanh/contracts/meetings/handbook';
import { Chips } from '../../ui/chips.js';
import { themesOf } from './proposals.js';

const AT_MOST = 6;

/** Topics from the handbook, one press each, while none has been written. */
export function ThemeChips({ proposed, onChoose }: { proposed: readonly ProposedChapter[]; onChoose: (topic: string) => void }) {
  const themes = themesOf(proposed).slice(0, AT_MOST);
  if (themes.length === 0) return null;
  return (
    <>
      <p className="soft small">Chuyên đề gợi ý từ Sổ tay:</p>
      <Chips
        label="Chuyên đề gợi ý từ Sổ tay"
        options={themes.map((value) => ({ value, label: value }))}
        value={undefined}
        onChange={(theme) => theme !== undefined && onChoose(theme)}
      />
    </>
  );
}
