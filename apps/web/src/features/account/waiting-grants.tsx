import { listAccounts } from '@vungmanh/contracts/identity/account';
import { approveGrant, type GrantProposal, listProposals, rejectGrant } from '@vungmanh/contracts/identity/grant-proposal';
import { useState } from 'react';
import { useCommand, useListOf } from '../../api/queries.js';
import { useSession } from '../../session/session.js';
import { showInstant } from '../../text/dates.js';
import { showPeriod } from '../../text/periods.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { MoreButton } from '../../ui/more-button.js';
import { ProblemNote } from '../../ui/notes.js';
import { TextArea } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import './account.css';

function RejectForm({ proposal, onClose }: { proposal: GrantProposal; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(rejectGrant, {
    changes: [listProposals],
    onDone: () => {
      toast({ text: 'Đã bỏ đề nghị giao quyền.' });
      onClose();
    },
  });
  const form = useForm(rejectGrant.input.omit({ proposalId: true }), {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, proposalId: proposal.id }, version: proposal.version })}
      actions={<FormButtons submit="Không duyệt" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>
        Không giao quyền <span className="strong">{proposal.role.label}</span> cho {proposal.account.name}.
      </p>
      <TextArea label="Lý do" rows={2} maxLength={300} {...form.text('reason')} />
    </Form>
  );
}

/** Grants that wait for a second person; nothing where none waits. */
export function WaitingGrants() {
  const session = useSession();
  const toast = useToast();
  const [rejecting, setRejecting] = useState<GrantProposal>();
  const { rows, problem, reload, hasMore, more, loadingMore } = useListOf(listProposals, { limit: 10 });
  const approve = useCommand(approveGrant, {
    changes: [listProposals, listAccounts],
    onDone: (done) => toast({ text: `Đã duyệt: ${done.account.name} giữ quyền ${done.role.label}.` }),
  });
  if (problem) return <ProblemNote problem={problem} onRetry={reload} />;
  if (rows.length === 0) return null;
  const close = () => setRejecting(undefined);
  return (
    <Card title="Đề nghị giao quyền chờ duyệt" tone="notice">
      <ProblemNote problem={approve.error} />
      <ul className="grants">
        {rows.map((q) => {
          const own = q.proposedBy.id === session.accountId;
          return (
            <li key={q.id}>
              <span>
                <span className="strong">{q.account.name}</span>: {q.role.label}
                {q.onBehalfOf && <>, thay mặt đồng chí {q.onBehalfOf.name}</>}
                <br />
                {q.nodeName}
                {q.below && ' và các tổ chức trực thuộc'}, {showPeriod(q.validFrom, q.validTo)}
                <br />
                <span className="soft small">
                  Người đề nghị: {q.proposedBy.name}, lúc {showInstant(q.proposedAt)}
                </span>
              </span>
              <span className="row">
                {!own && q.account.id !== session.accountId && (
                  <Button
                    size="small"
                    look="primary"
                    busy={approve.isPending}
                    onClick={() => approve.mutate({ input: { proposalId: q.id }, version: q.version })}
                  >
                    Duyệt
                  </Button>
                )}
                <Button size="small" onClick={() => setRejecting(q)}>
                  {own ? 'Rút đề nghị' : 'Không duyệt'}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      <MoreButton hasMore={hasMore} loadingMore={loadingMore} more={more} />
      <Dialog open={rejecting !== undefined} title="Không duyệt giao quyền" onClose={close}>
        {rejecting && <RejectForm proposal={rejecting} onClose={close} />}
      </Dialog>
    </Card>
  );
}
