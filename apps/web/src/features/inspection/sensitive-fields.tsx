import { markSensitive, type Program } from '@vungmanh/contracts/inspection/program';
import { Post, postLabel } from '@vungmanh/contracts/organization/body';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { SelectField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { ProblemNote } from '../../ui/notes.js';
import { TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { OrganizationField } from '../organization/organization-field.js';

const posts = Post.options.map((value) => ({ value, label: postLabel[value] }));

function Mark({ program }: { program: Program }) {
  const [node, setNode] = useState<Found>();
  const command = useCommand(markSensitive, {
    onDone: () => {
      setNode(undefined);
      form.reset();
    },
  });
  const form = useForm(markSensitive.input.required({ reason: true }), { programId: program.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: program.version })}
      actions={
        <Button type="submit" look="primary" busy={command.isPending}>
          Đánh dấu
        </Button>
      }
    >
      <OrganizationField
        label="Tổ chức đảng"
        value={node}
        error={form.errors['nodeId']}
        onChange={(next) => {
          setNode(next);
          form.set({ nodeId: next?.id });
        }}
      />
      <SelectField label="Chức vụ" optional empty="Cả tổ chức" options={posts} {...form.field('post')} />
      <TextField label="Lý do" hint="Ví dụ: quản lý đất đai, tài chính, đầu tư" maxLength={300} {...form.text('reason')} />
    </Form>
  );
}

/** Where the program looks more closely: organizations and posts prone to violations, each with its reason. */
export function SensitiveFields({ program }: { program: Program }) {
  const clear = useCommand(markSensitive);
  const mayMark = program.may.includes('plan') || program.may.includes('amend');
  return (
    <div className="stack">
      {program.sensitive.length === 0 && <p className="soft">Chưa đánh dấu nơi nào. Nơi được đánh dấu hiện lên khi chọn đối tượng.</p>}
      {program.sensitive.length > 0 && (
        <Card>
          <ul className="inspection-list">
            {program.sensitive.map(({ nodeId, nodeName, post, reason }) => (
              <li key={`${nodeId}${post ?? ''}`} className="row apart">
                <span>
                  <span className="strong">
                    {post === undefined ? '' : `${postLabel[post]}, `}
                    {nodeName}
                  </span>{' '}
                  {reason}
                </span>
                {mayMark && (
                  <Button
                    size="small"
                    look="quiet"
                    onClick={() => clear.mutate({ input: { programId: program.id, nodeId, ...(post ? { post } : {}) }, version: program.version })}
                  >
                    Bỏ đánh dấu
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <ProblemNote problem={clear.error} />
        </Card>
      )}
      {mayMark && (
        <Card title="Đánh dấu lĩnh vực nhạy cảm">
          <Mark program={program} />
        </Card>
      )}
    </div>
  );
}
