import type { InspectionCase } from '@vungmanh/contracts/inspection/case';
import { type CaseAct, caseStepLabel } from '@vungmanh/contracts/inspection/case-part';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { nextText } from './case-text.js';
import { ConcludeForm } from './conclude-form.js';
import { MinutesForm, ReportForm } from './hearing-forms.js';
import { EscalateForm, ExtendForm, TerminateForm } from './leave-forms.js';
import { PlanForm } from './plan-form.js';
import { DecideForm, TeamForm } from './prepare-forms.js';
import { type ActProps, AnnounceForm, FileForm, FollowUpForm, HearForm, ReceiveForm, VerifyForm } from './step-forms.js';

type Formed = Exclude<CaseAct, 'note' | 'raise-finding' | 'change-access'>;

/** The acts that go on, in the order of the course, then those that leave it. Notes, findings and the list have their own places. */
const forms: Record<Formed, (props: ActProps) => ReactNode> = {
  'set-team': TeamForm,
  plan: PlanForm,
  decide: DecideForm,
  announce: AnnounceForm,
  'receive-self-report': ReceiveForm,
  verify: VerifyForm,
  'write-minutes': MinutesForm,
  'open-hearing': HearForm,
  report: ReportForm,
  conclude: ConcludeForm,
  'follow-up': FollowUpForm,
  file: FileForm,
  extend: ExtendForm,
  escalate: EscalateForm,
  terminate: TerminateForm,
};
const inOrder = Object.keys(forms) as Formed[];
const aside: readonly Formed[] = ['extend', 'escalate', 'terminate'];

/** Which act is the one to do now: what is still missing comes before what needs it. */
function firstOf(of: InspectionCase, may: readonly Formed[]): Formed | undefined {
  const done: Partial<Record<Formed, boolean>> = {
    'set-team': of.leader !== undefined,
    plan: of.plan !== undefined,
    'write-minutes': of.minutes !== undefined,
  };
  return may.find((act) => !aside.includes(act) && done[act] !== true);
}

/** What comes next in the case and who does it; for who may do it the button, and below it what else is possible. */
export function CaseActs({ of }: { of: InspectionCase }) {
  const [doing, setDoing] = useState<Formed>();
  const close = () => setDoing(undefined);
  const may = inOrder.filter((act) => of.may.includes(act));
  const first = firstOf(of, may);
  const others = may.filter((act) => act !== first);
  const Doing = doing && forms[doing];
  return (
    <>
      <section className="next-step" aria-label="Việc tiếp theo">
        <div>
          <h2>Việc tiếp theo</h2>
          <p>{nextText[of.state]}</p>
        </div>
        {first && (
          <Button look="primary" onClick={() => setDoing(first)}>
            {caseStepLabel[first]}
          </Button>
        )}
      </section>
      {others.length > 0 && (
        <div className="row no-print">
          {others.map((act) => (
            <Button key={act} size="small" look={act === 'terminate' || act === 'escalate' ? 'quiet' : 'plain'} onClick={() => setDoing(act)}>
              {caseStepLabel[act]}
            </Button>
          ))}
        </div>
      )}
      <Dialog open={doing !== undefined} title={doing ? caseStepLabel[doing] : ''} onClose={close}>
        {Doing && <Doing of={of} onClose={close} />}
      </Dialog>
    </>
  );
}
