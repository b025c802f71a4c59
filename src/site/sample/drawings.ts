/** The sample group's pictures, drawn as SVG so that nothing needs to be stored or credited. 960 by 640 unless said. */
export interface Drawing {
  readonly name: string
  readonly alt: string
  readonly svg: string
}

type Point = readonly [x: number, y: number]

const frame = (content: string, [width, height] = [960, 640]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`

const sky = (top: string, bottom: string): string =>
  `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs><rect width="960" height="640" fill="url(#sky)"/>`

const hill = (colour: string, height: number, lift: number): string =>
  `<path fill="${colour}" d="M0 ${height}C160 ${height - lift} 300 ${height - lift * 1.2} 470 ${height - lift * 0.3}S780 ${height - lift * 1.1} 960 ${height - lift * 0.4}V640H0Z"/>`

/** A round-headed tree standing at x, y. */
const tree = ([x, y]: Point, size: number, colour = '#3f6b4a'): string =>
  `<rect x="${x - size * 0.06}" y="${y - size * 0.5}" width="${size * 0.12}" height="${size * 0.5}" fill="#5b4632"/><circle cx="${x}" cy="${y - size * 0.75}" r="${size * 0.38}" fill="${colour}"/><circle cx="${x - size * 0.22}" cy="${y - size * 0.6}" r="${size * 0.26}" fill="${colour}"/><circle cx="${x + size * 0.24}" cy="${y - size * 0.58}" r="${size * 0.24}" fill="${colour}"/>`

/** Reeds in a clump, leaning a little. */
const reeds = (x: number, y: number, colour = '#6d7f3a'): string =>
  [0, 1, 2, 3, 4, 5]
    .map(
      (n) =>
        `<path d="M${x + n * 13} ${y}q${(n % 3) * 6 - 6} -${50 + (n % 4) * 16} ${(n % 2) * 14 - 4} -${86 + (n % 3) * 22}" stroke="${colour}" stroke-width="6" fill="none" stroke-linecap="round"/>`,
    )
    .join('')

const ripples = (y: number): string =>
  [0, 1, 2, 3, 4, 5, 6]
    .map(
      (n) =>
        `<path d="M${60 + n * 130} ${y + (n % 3) * 34}q24 -9 48 0t48 0" stroke="#fff" stroke-opacity=".45" stroke-width="4" fill="none" stroke-linecap="round"/>`,
    )
    .join('')

const valley = frame(
  sky('#bfe0e6', '#fdf3dc') +
    '<circle cx="735" cy="150" r="58" fill="#f7c95c"/>' +
    hill('#a9c9a4', 330, 90) +
    hill('#7fae85', 400, 70) +
    tree([150, 395], 110) +
    tree([235, 405], 80, '#4c7a55') +
    tree([820, 400], 120) +
    hill('#5f9670', 470, 60) +
    '<path fill="#4aa3ad" d="M470 640C420 560 700 540 640 480S360 440 430 408c30-14 90-14 104-10-60 20-34 52 90 74s240 64 168 168Z"/>' +
    '<path fill="#8ccbd0" d="M560 640c-30-60 170-90 110-150s-230-50-190-84c-20 40 60 60 140 80s190 60 90 154Z" opacity=".55"/>' +
    tree([90, 560], 170) +
    reeds(760, 640) +
    reeds(330, 640),
)

const bridge = frame(
  sky('#cfe3ee', '#f6f0e2') +
    hill('#9fbf9d', 300, 80) +
    tree([110, 330], 150) +
    tree([860, 330], 170) +
    '<rect y="430" width="960" height="210" fill="#4d97a4"/>' +
    '<path fill="#b9a98d" d="M0 300C240 236 720 236 960 300V430H830a120 120 0 0 0-240 0H370a120 120 0 0 0-240 0H0Z"/>' +
    '<path fill="#9a8a6e" d="M0 300C240 236 720 236 960 300v22C720 258 240 258 0 322Z"/>' +
    '<path d="M250 430a120 60 0 0 1-120 0M710 430a120 60 0 0 1-120 0" fill="#35788a"/>' +
    ripples(480) +
    reeds(20, 640) +
    reeds(830, 640) +
    '<circle cx="492" cy="212" r="17" fill="#5b4632"/><path d="M474 292v-34q0-28 18-28t18 28v34Z" fill="#b4472b"/><path d="M508 246l40 66" stroke="#3d3a35" stroke-width="4"/><path d="M548 312v120" stroke="#3d3a35" stroke-width="2"/><rect x="536" y="430" width="24" height="30" rx="6" fill="#f0f4f4"/>',
)

const jar = (x: number, colour: string, level: number): string =>
  `<rect x="${x}" y="190" width="120" height="290" rx="22" fill="#fff" fill-opacity=".72" stroke="#8aa0a4" stroke-width="5"/><path d="M${x + 6} ${480 - level}h108v${level - 24}q0 18-18 18h-72q-18 0-18-18Z" fill="${colour}"/><rect x="${x + 12}" y="160" width="96" height="38" rx="9" fill="#37565c"/><rect x="${x + 26}" y="250" width="68" height="58" rx="5" fill="#fdf9ec" stroke="#d8cfb6" stroke-width="3"/>`

const jars = frame(
  '<rect width="960" height="640" fill="#eef3ee"/><rect y="470" width="960" height="170" fill="#c9a878"/><rect y="470" width="960" height="14" fill="#b08d5c"/>' +
    jar(110, '#dff0ee', 200) +
    jar(300, '#bfe0d4', 205) +
    jar(490, '#d7d9a0', 198) +
    jar(680, '#b49a5e', 207) +
    '<path d="M60 560h840" stroke="#b08d5c" stroke-width="4"/><rect x="120" y="540" width="250" height="44" rx="8" fill="#fdf9ec"/><path d="M140 556h190M140 570h130" stroke="#8aa0a4" stroke-width="5" stroke-linecap="round"/>',
)

const dryBed = frame(
  sky('#f4d9a8', '#fbeecb') +
    '<circle cx="200" cy="130" r="64" fill="#f6b73c"/>' +
    hill('#c8b67a', 330, 60) +
    tree([780, 360], 130, '#8c8a4a') +
    tree([680, 350], 80, '#9a934f') +
    hill('#b49b63', 410, 50) +
    '<path fill="#8f7450" d="M260 640C330 540 560 520 500 452S420 420 470 400h70c-40 26 60 54 96 92s40 90 60 148Z"/>' +
    [
      [420, 600],
      [520, 560],
      [470, 520],
      [560, 610],
      [610, 560],
      [350, 620],
    ]
      .map(
        ([x, y]) =>
          `<path d="M${x} ${y}l26 -16 30 10 8 -22m-38 12l4 24" stroke="#6b5436" stroke-width="4" fill="none"/>`,
      )
      .join('') +
    '<ellipse cx="500" cy="486" rx="34" ry="9" fill="#5f9aa2"/>' +
    reeds(130, 640, '#a08d4e') +
    reeds(800, 640, '#a08d4e'),
)

const person = ([x, y]: Point, coat: string, hair: string): string =>
  `<path d="M${x - 44} ${y + 175}v-95q0-48 44-48t44 48v95Z" fill="${coat}"/><circle cx="${x}" cy="${y}" r="30" fill="#e7c3a0"/><path d="M${x - 32} ${y + 2}a32 32 0 0 1 64 0q-10-24-32-24t-32 24Z" fill="${hair}"/>`

const hall = frame(
  '<rect width="960" height="640" fill="#f3e9d8"/><rect y="520" width="960" height="120" fill="#b88a5a"/>' +
    [120, 400, 680]
      .map(
        (x) =>
          `<path d="M${x} 260v-90a80 80 0 0 1 160 0v90Z" fill="#bcdfe4" stroke="#fff" stroke-width="12"/><path d="M${x + 80} 96v164M${x} 190h160" stroke="#fff" stroke-width="8"/>`,
      )
      .join('') +
    person([150, 360], '#2f6f73', '#4b3a2c') +
    person([290, 380], '#b4472b', '#8d8a86') +
    person([430, 352], '#49657f', '#2d2a28') +
    person([560, 384], '#7a5c86', '#c9a25a') +
    person([690, 358], '#5b7f4a', '#5b4632') +
    person([820, 378], '#c98a2d', '#2d2a28') +
    '<rect x="60" y="500" width="840" height="40" rx="8" fill="#8c6238"/><rect x="60" y="500" width="840" height="12" rx="6" fill="#a5764a"/>' +
    '<rect x="340" y="470" width="90" height="30" rx="4" fill="#fff"/><rect x="610" y="474" width="70" height="26" rx="4" fill="#fff"/>',
)

const kingfisher = frame(
  '<rect width="960" height="640" fill="#dcebe6"/><rect y="500" width="960" height="140" fill="#67a9b2"/>' +
    ripples(540) +
    '<path d="M-20 420C200 360 420 400 700 330" stroke="#6b5436" stroke-width="26" fill="none" stroke-linecap="round"/><path d="M430 378l70-70" stroke="#6b5436" stroke-width="12" stroke-linecap="round"/>' +
    '<path d="M400 366c-20-120 30-190 120-196 66-4 104 40 96 104-8 70-90 122-150 118-26-2-46-10-66-26Z" fill="#1f7fa6"/>' +
    '<path d="M440 372c10-70 60-96 130-92 20 2 40 0 44-6-8 70-88 124-148 118-10-1-18-10-26-20Z" fill="#e08a3c"/>' +
    '<path d="M596 206l132 34-124 22Z" fill="#2b2b2b"/><circle cx="568" cy="220" r="13" fill="#151515"/><circle cx="572" cy="216" r="4" fill="#fff"/>' +
    '<path d="M540 246q30 14 52 6-8 26-40 22Z" fill="#fff"/><path d="M404 352c-50 30-70 80-80 120l34-14 14 20c8-40 30-80 62-102Z" fill="#166184"/>' +
    '<path d="M478 388v34m28-36v32" stroke="#c2502e" stroke-width="9" stroke-linecap="round"/>' +
    reeds(780, 600) +
    reeds(860, 620),
)

const map = frame(
  '<rect width="960" height="640" fill="#efeadb"/><path d="M0 120C180 60 300 200 480 150S800 60 960 130V0H0Z" fill="#dfe7cf"/><path d="M0 640V520c160-60 260 20 420-10s320-70 540 10v120Z" fill="#dfe7cf"/>' +
    '<path d="M-20 210C140 240 220 340 360 330s180-70 300-20 180 120 340 130" stroke="#5aa5b5" stroke-width="26" fill="none"/><path d="M300 -20C320 120 380 220 372 328" stroke="#5aa5b5" stroke-width="15" fill="none"/><path d="M700 660C690 560 640 440 664 316" stroke="#5aa5b5" stroke-width="13" fill="none"/>' +
    [
      [96, 232, 16],
      [238, 306, 26],
      [366, 326, 34],
      [338, 130, 14],
      [520, 304, 20],
      [664, 312, 40],
      [684, 500, 18],
      [846, 396, 28],
    ]
      .map(
        ([x, y, r]) =>
          `<circle cx="${x}" cy="${y}" r="${r}" fill="#c2502e" fill-opacity=".78" stroke="#fff" stroke-width="4"/>`,
      )
      .join('') +
    '<path d="M0 470L960 90" stroke="#c9bfa3" stroke-width="7"/><path d="M130 0L560 640" stroke="#c9bfa3" stroke-width="7"/>',
)

export const drawings: readonly Drawing[] = [
  { name: 'tamsel-valley', alt: 'A drawing of the Tamsel winding through green fields under a low sun', svg: valley },
  {
    name: 'testing-from-the-bridge',
    alt: 'A drawing of somebody lowering a sample bottle from an old stone bridge',
    svg: bridge,
  },
  {
    name: 'four-jars',
    alt: 'A drawing of four labelled jars of river water on a table, from clear to brown',
    svg: jars,
  },
  { name: 'dry-quill', alt: 'A drawing of a cracked, empty river bed with one small pool left', svg: dryBed },
  { name: 'meeting', alt: 'A drawing of six people round a long table in a hall with tall windows', svg: hall },
  { name: 'kingfisher', alt: 'A drawing of a kingfisher on a branch above the water', svg: kingfisher },
  {
    name: 'spill-map',
    alt: 'A drawing of a map with eight red circles of different sizes along three rivers',
    svg: map,
  },
]
