import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/queries.js';
import { currentSession } from '@vungmanh/contracts/gateway/session';
import { Dialog } from '../../ui/dialog.js';
import { SignInForm } from './sign-in-form.js';

/** Over the page and not instead of it: what was typed stays where it is. */
export function SessionEnded({ open, account, onSignedIn }: { open: boolean; account: string; onSignedIn: () => void }) {
  const client = useQueryClient();
  const resume = async (to: string) => {
    // Without leaving the page: the answer sets the session's cookie.
    await fetch(to);
    const session = await client.fetchQuery({ ...ask(currentSession, {}), staleTime: 0 });
    // Another person must not see the page of the one before.
    if (session.accountId !== account) location.assign('/');
    onSignedIn();
    await client.invalidateQueries();
  };
  return (
    <Dialog open={open} mustAnswer title="Đăng nhập lại để tiếp tục" onClose={() => {}}>
      <p>Phiên làm việc đã hết. Những gì đồng chí đang nhập vẫn còn trên màn hình.</p>
      <SignInForm onAnswered={resume} />
    </Dialog>
  );
}
