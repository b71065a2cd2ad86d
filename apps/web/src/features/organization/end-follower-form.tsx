import { endFollower, followedCells, type Follower } from '@vungmanh/contracts/organization/follower';
import { useCommand } from '../../api/queries.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { NAME_COMING } from './posts.js';

const Ending = endFollower.input.omit({ followerId: true });

export function EndFollowerForm({ follower, onClose }: { follower: Follower; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(endFollower, {
    changes: [followedCells],
    onDone: () => {
      toast({ text: 'Đã thôi phân công theo dõi chi bộ.' });
      onClose();
    },
  });
  const form = useForm(Ending, {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, followerId: follower.id }, version: follower.version })}
      actions={<FormButtons submit="Thôi phân công" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p className="strong">{follower.name ?? NAME_COMING}</p>
      <DateField label="Thôi theo dõi từ ngày" {...form.field('to')} />
    </Form>
  );
}
