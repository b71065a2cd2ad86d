import './icon.css';

/** Line drawings on a grid of 24; decoration only, the text beside them says what they mean. */
const shapes = {
  tasks: 'M9 6h11M9 12h11M9 18h11M4 6l1 1 2-2.500M4 12l1 1 2-2.500M4 18l1 1 2-2.5',
  meeting: 'M4 6h16v14H4zM4 10h16M8 3.500V7M16 3.500V7M8 14h3M8 17h6',
  tree: 'M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4',
  people:
    'M9 11.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-3.6 3-5.5 6.5-5.500s6.1 1.9 6.5 5.500M16 4.800a3.3 3.3 0 0 1 0 6.400M18 14.900c2 .7 3.2 2.4 3.5 5.1',
  overview: 'M4 20V4M4 20h16M8 16v-5M12 16V7M16 16v-8',
  training: 'M12 4 2.5 9 12 14l9.500-5zM6.5 11.500V17c3 2.5 8 2.5 11 0v-5.500M21.5 9v6',
  book: 'M12 6.500C9.500 4.500 6 4 3 4.500V19c3-.5 6.500 0 9 2 2.500-2 6-2.500 9-2V4.500c-3-.5-6.500 0-9 2zM12 6.500V21',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  download: 'M12 4v12M7 11l5 5 5-5M4 16v4h16v-4',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 21 21',
  print: 'M7 9V3h10v6M7 18H4V9h16v9h-3M7 14h10v7H7z',
  text: 'M3 19 8.5 5 14 19M5 14.500h7M15 19l3.3-8.500L21.6 19M16 16.500h4.4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 21c.6-4.3 3.5-6.5 7.5-6.500s6.9 2.2 7.5 6.5',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  left: 'M15 6l-6 6 6 6',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M4.5 12.5 10 18 20 7',
  warning: 'M12 4 2.5 20h19zM12 10v4.500M12 17.200v.3',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.500M12 7.500v.3',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  plus: 'M12 5v14M5 12h14',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  undo: 'M8 5 4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3',
  leave: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  edit: 'M4 20h4L19.5 8.500l-4-4L4 16zM13 7l4 4',
  lock: 'M5 11h14v10H5zM8 11V7.500a4 4 0 0 1 8 0V11M12 15v2.5',
  offline:
    'M3 3l18 18M5 12.500a10 10 0 0 1 4-2.400M19 12.500a10 10 0 0 0-5.3-2.800M8.5 16a5 5 0 0 1 6.5-.3M12 19.500v.01M1.8 9a15 15 0 0 1 4.5-2.800M22.2 9A15 15 0 0 0 11 5.1',
  reload: 'M20 11a8 8 0 1 0-2.3 6.300M20 5v6h-6',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
