import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Note } from '../../ui/notes.js';
import { DecideForm, DecideProposalForm, ProposeForm } from './decide-forms.js';
import { formWord } from './discipline-text.js';
import { DeferForm, DismissForm, EndForm, ResumeForm } from './side-forms.js';
import { DeliverForm, HearForm, SignForm } from './step-forms.js';
import { VoteForm } from './vote-form.js';

/** One act that the page offers: its button, the title of its dialog, its form. */
interface Offered {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  readonly form: (props: { found: Discipline; onClose: () => void }) => ReactNode;
  readonly main?: boolean;
}

const offers: Readonly<Record<string, Omit<Offered, 'key'>>> = {
  hear: { label: 'Ghi buổi gặp, nghe trình bày', title: 'Gặp, nghe đảng viên trình bày', form: HearForm, main: true },
  vote: { label: 'Ghi kết quả bỏ phiếu', title: 'Kết quả bỏ phiếu kín', form: VoteForm, main: true },
  decide: { label: 'Công bố, quyết định kỷ luật', title: 'Quyết định kỷ luật', form: DecideForm, main: true },
  propose: { label: 'Đề nghị cấp có thẩm quyền', title: 'Đề nghị cấp có thẩm quyền kỷ luật', form: ProposeForm, main: true },
  'decide-proposal': { label: 'Quyết định kỷ luật', title: 'Quyết định theo đề nghị', form: DecideProposalForm, main: true },
  sign: { label: 'Ghi văn bản đã ký', title: 'Quyết định bằng văn bản', form: SignForm, main: true },
  deliver: { label: 'Ghi việc trao quyết định', title: 'Trao quyết định', form: DeliverForm, main: true },
  resume: { label: 'Tiếp tục xem xét', title: 'Tiếp tục xem xét', form: ResumeForm, main: true },
  defer: { label: 'Tạm hoãn', title: 'Tạm hoãn xem xét kỷ luật', form: DeferForm },
  dismiss: { label: 'Kết thúc, không kỷ luật', title: 'Kết thúc hồ sơ, không kỷ luật', form: DismissForm },
  'dismiss-proposal': { label: 'Không kỷ luật', title: 'Không chấp nhận đề nghị', form: DismissForm },
  end: { label: 'Ghi hết hiệu lực', title: 'Quyết định kỷ luật hết hiệu lực', form: EndForm },
};

/** What the vote leaves to do: a form is decided or proposed by competence; where none was adopted there is nothing to decide. */
function fits(act: string, { vote, forms, state }: Discipline): boolean {
  if (act === 'vote') return state === 'HEARD' || state === 'VOTED';
  if (act !== 'decide' && act !== 'propose') return true;
  const verdict = forms.find((one) => one.form === vote?.adopted)?.verdict;
  if (verdict === undefined) return false;
  return act === 'decide' ? verdict !== 'PROPOSES' : verdict !== 'MAY';
}

function offered(found: Discipline): Offered[] {
  return found.may.flatMap((act) => {
    const offer = offers[act];
    if (!offer || !fits(act, found)) return [];
    // Entering the ballot again only corrects it.
    const again = act === 'vote' && found.state === 'VOTED';
    return [{ key: act, ...offer, ...(again ? { label: 'Sửa kết quả bỏ phiếu', main: false } : {}) }];
  });
}

/** What comes next, as one sentence and its button; beside it what else may be done. */
export function NextStep({ found }: { found: Discipline }) {
  const [doing, setDoing] = useState<string>();
  const close = () => setDoing(undefined);
  const all = offered(found);
  const none = found.state === 'VOTED' && found.vote?.adopted === undefined && found.may.includes('dismiss');
  if (all.length === 0) return null;
  return (
    <>
      {none && (
        <Note title="Không hình thức nào đủ số phiếu">
          <p>Hãy kết thúc hồ sơ, không kỷ luật. Nếu ghi nhầm số phiếu thì sửa kết quả.</p>
        </Note>
      )}
      {found.state === 'VOTED' && found.vote?.adopted !== undefined && (
        <Note title={`Kết quả bỏ phiếu: ${formWord(found.vote.adopted)}`}>
          <p>{found.forms.find((one) => one.form === found.vote?.adopted)?.says}</p>
        </Note>
      )}
      <div className="row no-print">
        {all.map(({ key, label, main }) => (
          <Button key={key} look={main === true ? 'primary' : 'plain'} onClick={() => setDoing(key)}>
            {label}
          </Button>
        ))}
      </div>
      {all.map(({ key, title, form: DialogForm }) => (
        <Dialog key={key} open={doing === key} title={title} onClose={close}>
          {doing === key && <DialogForm found={found} onClose={close} />}
        </Dialog>
      ))}
    </>
  );
}
