import { type ChapterBlock, chapterBlocks } from '@vungmanh/contracts/training/chapter-text';
import './handbook.css';

function Block({ block, at }: { block: ChapterBlock; at: number }) {
  if (block.kind === 'paragraph') return <p>{block.text}</p>;
  if (block.kind === 'heading') return block.level === 1 ? <h2 id={`muc-${at}`}>{block.text}</h2> : <h3 id={`muc-${at}`}>{block.text}</h3>;
  return (
    <ul>
      {block.items.map((item, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- two points of a list may be the same words
        <li key={i}>{item}</li>
      ))}
    </ul>
  );
}

/** A chapter as people read it. */
export function ChapterBody({ body }: { body: string }) {
  return (
    <div className="chapter-body">
      {chapterBlocks(body).map((block, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a block of a text has no other key than its place
        <Block key={at} block={block} at={at} />
      ))}
    </div>
  );
}

/** The headings of a long chapter, to go to; nothing for a short one. */
export function ChapterContents({ body }: { body: string }) {
  const headings = chapterBlocks(body).flatMap((block, at) => (block.kind === 'heading' && block.level === 1 ? [{ at, text: block.text }] : []));
  if (headings.length < 3) return null;
  return (
    <nav className="chapter-contents no-print" aria-label="Mục lục của chương">
      <p className="strong">Trong chương này</p>
      <ol>
        {headings.map(({ at, text }) => (
          <li key={at}>
            <a href={`#muc-${at}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
