import type { NamedAccount } from '@vungmanh/contracts/identity/role';
import { startActing, stopActing } from '../api/acting.js';
import { Button } from '../ui/button.js';
import './acting-banner.css';

/** A full load: nothing that was read in one name stays for the other. */
export function actAs(account: string | undefined): void {
  if (account === undefined) stopActing();
  else startActing(account);
  location.assign('/');
}

/** On every page, as long as the person acts for another: both names, and the way back. */
export function ActingBanner({ name, principal }: { name: string; principal: NamedAccount }) {
  return (
    <div className="acting" role="status">
      <span>
        <span className="strong">{name}</span> thay mặt đồng chí <span className="strong">{principal.name}</span>. Mọi việc được ghi tên cả hai.
      </span>
      <Button size="small" onClick={() => actAs(undefined)}>
        Thôi làm thay
      </Button>
    </div>
  );
}
