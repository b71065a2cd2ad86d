import { checkFields } from './check-fields.js';
import { caseFields } from './case-fields.js';
import { classFields } from './class-fields.js';
import { disciplineFields } from './discipline-fields.js';
import { accountFields, inspectionFields, meetingFields } from './other-fields.js';
import { memberFields } from './member-fields.js';
import { quizFields } from './quiz-fields.js';
import { supervisionFields } from './supervision-fields.js';
import { trainingFields } from './training-fields.js';

/** Every kind of personal data that the platform holds. What is sealed and what is masked follow from it, and are not said again elsewhere. */
export const personalData = [
  ...memberFields,
  ...meetingFields,
  ...inspectionFields,
  ...caseFields,
  ...disciplineFields,
  ...supervisionFields,
  ...checkFields,
  ...trainingFields,
  ...classFields,
  ...quizFields,
  ...accountFields,
] as const;
type Entry = (typeof personalData)[number];

type Sealed = Extract<Entry, { stored: 'SEALED' }>;
/** Without the service; a column may say by its name that it is sealed. */
type PlaceOf<C extends string> = C extends `${string}.${infer Place}` ? (Place extends `${infer Plain}_sealed` ? Plain : Place) : never;

/** What may be written sealed, `<table>.<column>`: what the register declares so. Another does not compile. */
export type SealedPlace = PlaceOf<Sealed['columns'][number]>;

/** `<service>.<table>.<column>` of everything that is sealed. */
export const sealedColumns: readonly string[] = personalData.flatMap((f) => (f.stored === 'SEALED' ? f.columns : []));

type OfMember<F extends string> = F extends `member.${infer Name}` ? Name : never;
/** A field of a member's record that is shown by its last digits to whoever may not edit it. */
export type MaskedField = OfMember<Extract<Entry, { masked: true }>['fields'][number]>;

const MEMBER = 'member.';
/** The same as a list. */
export const maskedFields: readonly MaskedField[] = personalData
  .flatMap((f) => ('masked' in f ? f.fields.filter((field) => field.startsWith(MEMBER)) : []))
  .map((field) => field.slice(MEMBER.length) as MaskedField);
