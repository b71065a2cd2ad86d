import { type ReactNode, useEffect } from 'react';
import { Mark } from '../../app/mark.js';
import './sign-in.css';

interface SignInFrameProps {
  readonly title: string;
  /** What stands below the card. */
  readonly below?: string;
  readonly children: ReactNode;
}

/** The page of somebody who is not signed in: the name of the house, and one thing to do. */
export function SignInFrame({ title, below, children }: SignInFrameProps) {
  useEffect(() => {
    document.title = `${title} · Vững Mạnh`;
  }, [title]);
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <header>
          <Mark />
          <p className="sign-in-name">Vững Mạnh</p>
          <p className="soft">Điều hành công tác xây dựng Đảng của Đảng bộ tỉnh</p>
        </header>
        <h1>{title}</h1>
        {children}
      </div>
      {below && <p className="sign-in-warning small">{below}</p>}
    </main>
  );
}
