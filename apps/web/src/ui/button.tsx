import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './button.css';
import { Icon, type IconName } from './icon.js';

export interface ButtonLook {
  /** One `primary` per page; `danger` for what cannot be taken back; `quiet` for everything that should not draw the eye. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly size?: 'normal' | 'small';
}

/** Class names for a link that should look like a button. */
export function buttonClass({ look = 'plain', size = 'normal' }: ButtonLook = {}): string {
  return `button ${look} ${size}`;
}

interface ButtonProps extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly children: ReactNode;
  /** Work is under way: the button keeps its width and its focus, says so, and takes no second click. */
  readonly busy?: boolean;
}

export function Button({ look, icon, size, busy = false, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ look, size })}
      aria-disabled={busy || undefined}
      onClick={busy ? (e) => e.preventDefault() : onClick}
    >
      {busy ? <span className="button-busy" aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span>{children}</span>
      {busy && (
        <span className="only-read-aloud" role="status">
          Đang xử lý
        </span>
      )}
    </button>
  );
}

interface LinkButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'> {
  readonly children: ReactNode;
}

/** Stands in a line of text and is read as a link, but goes nowhere: it does something here. */
export function LinkButton(props: LinkButtonProps) {
  return <button {...props} type="button" className="link-button" />;
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'> {
  readonly icon: IconName;
  /** Read aloud and shown on hover. */
  readonly label: string;
}

export function IconButton({ icon, label, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} className="icon-button" aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
