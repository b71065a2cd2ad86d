import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './menu.css';

interface MenuProps {
  /** What the button shows. */
  readonly button: ReactNode;
  /** Read aloud instead of `button` when that is only a picture. */
  readonly label?: string;
  readonly className?: string;
  /** Links and buttons; choosing one closes the menu. */
  readonly children: ReactNode;
}

/** A button that opens a short list of links and buttons. Esc and a press elsewhere close it. */
export function Menu({ button, label, className = 'icon-button', children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const outside = (e: Event) => {
      if (e.target instanceof Node && !frame.current?.contains(e.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  return (
    <div
      ref={frame}
      className="menu"
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || !open) return;
        setOpen(false);
        opener.current?.focus();
      }}
    >
      <button
        ref={opener}
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      <div
        id={id}
        className="menu-list"
        hidden={!open}
        onClick={(e) => {
          if (e.target instanceof Element && e.target.closest('a, button')) setOpen(false);
        }}
      >
        {children}
      </div>
    </div>
  );
}
