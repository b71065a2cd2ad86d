import { useState } from 'react';

const key = 'vungmanh.text';

const stored = (): boolean => {
  try {
    return localStorage.getItem(key) === 'large';
  } catch {
    return false;
  }
};

function apply(large: boolean): void {
  document.documentElement.dataset.text = large ? 'large' : 'normal';
}

/** Before the first drawing, so that the page does not jump. */
export function applyTextSize(): void {
  apply(stored());
}

/** Large text on this device, remembered. */
export function useLargeText(): [large: boolean, toggle: () => void] {
  const [large, setLarge] = useState(stored);
  const toggle = () => {
    apply(!large);
    setLarge(!large);
    try {
      localStorage.setItem(key, large ? 'normal' : 'large');
    } catch {
      // A browser that keeps nothing still shows the size for now.
    }
  };
  return [large, toggle];
}
