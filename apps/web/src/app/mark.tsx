/** The product's mark: a V of two firm strokes. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M4 6h6.5L16 20.5 21.5 6H28L19 27h-6z" fill="currentcolor" />
    </svg>
  );
}
