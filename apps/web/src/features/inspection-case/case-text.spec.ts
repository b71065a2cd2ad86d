import { CaseState } from '@vungmanh/contracts/inspection/kind';
import { linesOf, outlineOf, outlineText, stepOf } from './case-text.js';

it('lines are those that say something', () => {
  expect(linesOf(' a \n\n b\n')).toEqual(['a', 'b']);
});

it('an outline is read as it is typed, and written as it was read', () => {
  const typed = 'Nhiệm vụ được giao\n- Kết quả?\n– Vướng mắc?\nNêu gương';
  const outline = outlineOf(typed);
  expect(outline).toEqual([
    { title: 'Nhiệm vụ được giao', questions: ['Kết quả?', 'Vướng mắc?'] },
    { title: 'Nêu gương', questions: [] },
  ]);
  expect(outlineOf(outlineText(outline))).toEqual(outline);
  expect(outlineOf('- Kết quả?')).toEqual([{ title: 'Nội dung', questions: ['Kết quả?'] }]);
});

it('each state on the course belongs to one of the three steps', () => {
  expect(CaseState.options.filter((s) => stepOf(s) === undefined)).toEqual(['ESCALATED', 'TERMINATED']);
});
