import type { Member } from '@vungmanh/contracts/membership/member';
import { type ReactNode, useState } from 'react';
import { buttonClass } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Icon } from '../../ui/icon.js';
import { Menu } from '../../ui/menu.js';
import { ExemptionForm, WorkingAwayForm } from './absence-forms.js';
import { CorrectForm } from './correct-form.js';
import { ManagementForm } from './management-form.js';
import { isMember } from './status.js';
import { EndMembershipForm, RecognizeForm } from './status-form.js';
import { TemporaryForm, TransferForm } from './transfer-form.js';

interface Doing {
  readonly title: string;
  readonly fits: (member: Member) => boolean;
  readonly form: (props: { member: Member; onClose: () => void }) => ReactNode;
}

const doings: readonly Doing[] = [
  { title: 'Sửa thông tin', fits: () => true, form: CorrectForm },
  { title: 'Công nhận đảng viên chính thức', fits: (m) => m.status === 'PROBATIONARY', form: RecognizeForm },
  { title: 'Chuyển sinh hoạt chính thức', fits: (m) => isMember(m.status), form: TransferForm },
  { title: 'Chuyển sinh hoạt tạm thời', fits: (m) => isMember(m.status) && m.temporaryNodeName === undefined, form: TemporaryForm },
  { title: 'Miễn công tác và sinh hoạt đảng', fits: (m) => isMember(m.status) && !m.exempt, form: ExemptionForm },
  { title: 'Đi làm ăn xa', fits: (m) => isMember(m.status) && !m.away, form: WorkingAwayForm },
  { title: 'Diện cấp ủy cấp trên quản lý', fits: (m) => isMember(m.status), form: ManagementForm },
  { title: 'Không còn là đảng viên', fits: (m) => isMember(m.status), form: EndMembershipForm },
];

/** Every change that this record takes now. */
export function RecordCommands({ member }: { member: Member }) {
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const Body = doing?.form;
  return (
    <>
      <Menu
        className={buttonClass({ look: 'primary' })}
        button={
          <>
            <Icon name="edit" />
            <span>Ghi thay đổi</span>
            <Icon name="down" />
          </>
        }
      >
        {doings
          .filter((d) => d.fits(member))
          .map((d) => (
            <button key={d.title} type="button" onClick={() => setDoing(d)}>
              {d.title}
            </button>
          ))}
      </Menu>
      <Dialog open={doing !== undefined} title={doing?.title ?? ''} onClose={close}>
        {Body && <Body member={member} onClose={close} />}
      </Dialog>
    </>
  );
}
