import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { IconButton } from './button.js';
import './toast.css';

interface Toast {
  readonly text: string;
  readonly undo?: () => void;
}

type Show = (toast: Toast) => void;

const Toasts = createContext<Show>(() => {});

/** Says that something was done. With `undo` it stays twenty seconds, near the thumb; the page must offer the undoing elsewhere too. */
export function useToast(): Show {
  return use(Toasts);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast>();
  const [held, setHeld] = useState(false);
  const show = useCallback<Show>((next) => setToast({ ...next }), []);
  const close = useMemo(() => () => setToast(undefined), []);
  useEffect(() => {
    if (!toast || held) return;
    const timer = setTimeout(close, toast.undo ? 20_000 : 6_000);
    return () => clearTimeout(timer);
  }, [toast, held, close]);
  return (
    <Toasts value={show}>
      {children}
      <div
        className="toasts no-print"
        role="status"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {toast && (
          <div className="toast">
            <span>{toast.text}</span>
            {toast.undo && (
              <button
                type="button"
                className="toast-undo"
                onClick={() => {
                  toast.undo?.();
                  close();
                }}
              >
                Hoàn tác
              </button>
            )}
            <IconButton icon="close" label="Đóng thông báo" onClick={close} />
          </div>
        )}
      </div>
    </Toasts>
  );
}
