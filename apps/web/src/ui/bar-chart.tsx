import './bar-chart.css';

interface Bar {
  /** Below the bar, short: 'T1'. */
  readonly label: string;
  /** In the table and for a screen reader: 'tháng 01/2026'. */
  readonly name: string;
  readonly value: number | undefined;
}

interface BarChartProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** How a value is written. */
  readonly show: (value: number) => string;
  /** Top of the scale; the largest value unless given. */
  readonly max?: number;
  /** A line that the bars should reach; those below it are red. */
  readonly target?: number;
  /** What the table says where there is no value. */
  readonly missing?: string;
  /** Room for each bar and its label: 32, for labels of some words more. */
  readonly step?: number;
}

const height = 150;

/** Bars of one measure, with the same figures as a table below. Blue reaches the target, red does not. */
export function BarChart({ title, bars, show, max, target, missing = '–', step = 32 }: BarChartProps) {
  const top = max ?? Math.max(1, target ?? 0, ...bars.map((b) => b.value ?? 0));
  const y = (value: number) => height - (value / top) * (height - 22);
  const width = bars.length * step;
  return (
    <figure className="bar-chart">
      <figcaption className="strong">{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height + 22}`} role="img" aria-label={`${title}. Số liệu ở bảng bên dưới.`}>
        {bars.map((b, i) => (
          <g key={b.name} transform={`translate(${i * step} 0)`}>
            {b.value !== undefined && (
              <>
                <rect
                  x="5"
                  width={step - 10}
                  y={y(b.value)}
                  height={height - y(b.value)}
                  className={target !== undefined && b.value < target ? 'below' : 'reached'}
                />
                <text x={step / 2} y={y(b.value) - 5} className="bar-value">
                  {show(b.value)}
                </text>
              </>
            )}
            <text x={step / 2} y={height + 17} className="bar-label">
              {b.label}
            </text>
          </g>
        ))}
        <line x1="0" x2={width} y1={height} y2={height} className="bar-base" />
        {target !== undefined && <line x1="0" x2={width} y1={y(target)} y2={y(target)} className="bar-target" />}
      </svg>
      <details>
        <summary>Xem số liệu</summary>
        <table>
          <tbody>
            {bars.map((b) => (
              <tr key={b.name}>
                <th scope="row">{b.name}</th>
                <td>{b.value === undefined ? missing : show(b.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
