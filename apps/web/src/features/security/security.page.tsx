import { useSession } from '../../session/session.js';
import { Page } from '../../ui/page.js';
import { PasswordCard } from './password-card.js';
import { SecondFactorCard } from './second-factor-card.js';
import { SessionsCard } from './sessions-card.js';

/** What a person does for the safety of their own account. */
export function SecurityPage() {
  const { username, idleMinutes } = useSession();
  return (
    <Page
      title="Bảo mật tài khoản"
      about={`Tài khoản ${username} · Phiên đăng nhập tự kết thúc sau ${idleMinutes} phút không hoạt động và chậm nhất sau 12 giờ`}
    >
      <SecondFactorCard />
      <PasswordCard />
      <SessionsCard />
    </Page>
  );
}
