import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { type Session, signOut } from '@vungmanh/contracts/gateway/session';
import type { NamedAccount } from '@vungmanh/contracts/identity/role';
import { actingFor, stopActing } from '../api/acting.js';
import { api, onSessionLost } from '../api/api.js';
import { RecoveryNotice } from '../features/second-factor/recovery-notice.js';
import { StepUp } from '../features/second-factor/step-up.js';
import { SessionEnded } from '../features/sign-in/session-ended.js';
import { forgetDrafts } from '../session/drafts.js';
import { SessionContext } from '../session/session.js';
import { IconButton } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Menu } from '../ui/menu.js';
import { ToastProvider } from '../ui/toast.js';
import { ActingBanner, actAs } from './acting-banner.js';
import { Mark } from './mark.js';
import { navigationOf, tabsOf } from './navigation.js';
import { NavigationLink } from './navigation-link.js';
import './shell.css';
import './many-places.css';
import { useLargeText } from './text-size.js';

function leave(): void {
  // A full load afterwards: nothing that this person saw stays in memory.
  forgetDrafts();
  stopActing();
  void api(signOut, {}).then(
    ({ to }) => location.assign(to),
    () => location.assign('/sign-in'),
  );
}

function AccountMenu({ session, unit, principals }: Pick<ShellProps, 'session' | 'unit' | 'principals'>) {
  const [large, toggleLarge] = useLargeText();
  return (
    <>
      <div className="masthead-tools">
        <button type="button" className="icon-button" aria-pressed={large} aria-label="Chữ to" title="Chữ to" onClick={toggleLarge}>
          <Icon name="text" />
        </button>
        <IconButton icon="print" label="In trang này" onClick={() => window.print()} />
      </div>
      <Menu
        className="account"
        label={`Tài khoản: ${session.displayName}`}
        button={
          <>
            <Icon name="person" />
            <span className="account-name">{session.displayName}</span>
            <Icon name="down" />
          </>
        }
      >
        <p>
          <span className="strong">{session.displayName}</span>
          {unit !== undefined && <span className="soft small account-unit">{unit}</span>}
        </p>
        <div className="account-tools">
          <button type="button" aria-pressed={large} onClick={toggleLarge}>
            <Icon name="text" />
            {large ? 'Chữ thường' : 'Chữ to'}
          </button>
          <button type="button" onClick={() => window.print()}>
            <Icon name="print" />
            In trang này
          </button>
        </div>
        {session.personId !== undefined && (
          <Link to="/my/record">
            <Icon name="person" />
            Hồ sơ của tôi
          </Link>
        )}
        {principals.map((p) => (
          <button key={p.id} type="button" onClick={() => actAs(p.id)}>
            <Icon name="people" />
            Làm thay đồng chí {p.name}
          </button>
        ))}
        <Link to="/my/security">
          <Icon name="lock" />
          Bảo mật tài khoản
        </Link>
        <button type="button" onClick={leave}>
          <Icon name="leave" />
          Đăng xuất
        </button>
      </Menu>
    </>
  );
}

interface ShellProps {
  readonly session: Session;
  /** Name of the organization that the person works for. */
  readonly unit: string | undefined;
  /** For whom the person may act. */
  readonly principals: readonly NamedAccount[];
  /** Paths of the pages that there are. */
  readonly pages: ReadonlySet<string>;
  readonly children: ReactNode;
}

/** Everything around a page for a person who is signed in. */
export function Shell({ session, unit, principals, pages, children }: ShellProps) {
  const acting = principals.find((p) => p.id === actingFor());
  const entries = navigationOf(session, pages);
  const { tabs, rest } = tabsOf(entries);
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    onSessionLost(() => setEnded(true));
    return () => onSessionLost(() => {});
  }, []);
  return (
    <SessionContext value={session}>
      <ToastProvider>
        <a className="skip" href="#main">
          Đến nội dung chính
        </a>
        <header>
          <div className="masthead no-print">
            <div className="masthead-in">
              <Link to="/" className="brand" aria-label="Vững Mạnh, về trang đầu">
                <Mark />
                <span>Vững Mạnh</span>
              </Link>
              {unit !== undefined && <p className="masthead-unit">{unit}</p>}
              <AccountMenu session={session} unit={unit} principals={acting ? [] : principals} />
            </div>
          </div>
          {acting && <ActingBanner name={session.displayName} principal={acting} />}
          {session.mode === 'trial' && <p className="simulated">Hệ thống dùng thử – dữ liệu mô phỏng</p>}
        </header>
        <nav className="top-nav no-print" aria-label="Chính">
          <div className="top-nav-in">
            {entries.map((e) => (
              <NavigationLink key={e.path} entry={e} className="top-link" />
            ))}
          </div>
        </nav>
        <main id="main" tabIndex={-1}>
          <RecoveryNotice />
          {children}
        </main>
        <nav className="tab-bar no-print" aria-label="Chính">
          {tabs.map((e) => (
            <NavigationLink key={e.path} entry={e} className="tab-link" short />
          ))}
          {rest.length > 0 && (
            <Menu
              className="tab-link"
              button={
                <>
                  <Icon name="more" />
                  <span>Thêm</span>
                </>
              }
            >
              {rest.map((e) => (
                <NavigationLink key={e.path} entry={e} />
              ))}
            </Menu>
          )}
        </nav>
        <StepUp />
        <SessionEnded open={ended} account={session.accountId} onSignedIn={() => setEnded(false)} />
      </ToastProvider>
    </SessionContext>
  );
}
