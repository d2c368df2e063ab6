// The same day as the painter draws, made into a PNG the way a web developer would. Only `cargo xtask bench` uses it.
//
// A day is { heading, footer, entries: [{ start, title, room }] }.

import { Resvg, initWasm } from '@resvg/resvg-wasm';
import resvgWasm from '@resvg/resvg-wasm/index_bg.wasm';
import initTakumi, { Renderer } from '@takumi-rs/wasm';
import takumiWasm from '@takumi-rs/wasm/takumi_wasm_bg.wasm';
import { toBlob } from 'html-to-image';
import html2canvas from 'html2canvas';
import satori from 'satori';

/** Of the picture in CSS pixels, the pixels to one of them, and the band of an iPhone's lock screen with widgets. */
const [WIDTH, HEIGHT, SCALE] = [393, 852, 3];
const [TOP, BOTTOM, SIDE] = [328, 741, 20];
const [TEXT, QUIET, LINE, ACCENT] = ['#ffffff', '#b0b0b0', '#404040', '#ffc43d'];
const [TITLE, SMALL, TIME, ROOM] = [13, 11, 52, 52];
const FAMILY = 'Pretendard';

const fonts = await Promise.all([['400', 'regular'], ['700', 'bold']].map(async ([weight, file]) => {
    const data = await (await fetch(`/fonts/${file}.otf`)).arrayBuffer();
    document.fonts.add(await new FontFace(FAMILY, data.slice(), { weight }).load());
    return { name: FAMILY, weight: Number(weight), data };
}));

const pitch = (day) => (BOTTOM - TOP - 2 * SMALL * 1.8) / day.entries.length;

/** The words in at most two lines, the second with an ellipsis if need be. */
function wrapped(context, words, width) {
    const fits = (words) => context.measureText(words).width <= width;
    if (fits(words)) return [words];
    const parts = words.split(' ');
    let count = parts.length - 1;
    while (count > 1 && !fits(parts.slice(0, count).join(' '))) count--;
    let rest = parts.slice(count).join(' ');
    while (!fits(rest)) rest = `${rest.slice(0, -2)}…`;
    return [parts.slice(0, count).join(' '), rest];
}

/** Drawn by hand on an OffscreenCanvas. */
async function byCanvas(day) {
    const canvas = new OffscreenCanvas(WIDTH * SCALE, HEIGHT * SCALE);
    const context = canvas.getContext('2d');
    context.fillStyle = '#000000';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(SCALE, SCALE);
    const pen = (size, weight, color) => {
        context.font = `${weight} ${size}px ${FAMILY}, sans-serif`;
        context.fillStyle = color;
    };
    const width = WIDTH - 2 * SIDE;
    pen(SMALL, 700, TEXT);
    context.fillText(day.heading, SIDE, TOP + SMALL);
    day.entries.forEach((entry, at) => {
        const top = TOP + SMALL * 1.8 + at * pitch(day);
        pen(TITLE, 700, ACCENT);
        context.fillText(entry.start, SIDE, top + TITLE);
        pen(TITLE, 700, TEXT);
        const lines = wrapped(context, entry.title, width - TIME - ROOM);
        lines.forEach((line, row) => context.fillText(line, SIDE + TIME, top + TITLE * (1 + 1.1 * row)));
        pen(SMALL, 400, QUIET);
        context.strokeStyle = QUIET;
        context.beginPath();
        context.roundRect(WIDTH - SIDE - ROOM + 8, top, ROOM - 8, SMALL * 1.5, 4);
        context.stroke();
        context.fillText(entry.room, WIDTH - SIDE - ROOM + 13, top + SMALL * 1.1);
        context.fillStyle = LINE;
        context.fillRect(SIDE, top + pitch(day) - 2, width, 0.5);
    });
    pen(SMALL, 400, QUIET);
    context.fillText(day.footer, SIDE, BOTTOM);
    return (await canvas.convertToBlob({ type: 'image/png' })).size;
}

/** The same as elements, for those that draw elements: React's shape, which satori takes. */
function tree(day) {
    const box = (style, ...children) => ({ type: 'div', props: { style: { display: 'flex', ...style }, children } });
    const text = (words, size, weight, color, style) =>
        ({ type: 'div', props: { style: { fontSize: size, fontWeight: weight, color, lineHeight: 1.1, ...style }, children: words } });
    const width = WIDTH - 2 * SIDE;
    const room = { marginLeft: 8, padding: '0 5px', border: `1px solid ${QUIET}`, borderRadius: 4, height: SMALL * 1.5, lineHeight: 1.3 };
    const entry = (entry) => box({ height: pitch(day), borderBottom: `1px solid ${LINE}` },
        text(entry.start, TITLE, 700, ACCENT, { width: TIME }),
        text(entry.title, TITLE, 700, TEXT, { width: width - TIME - ROOM }),
        text(entry.room, SMALL, 400, QUIET, room));
    return box({ width: WIDTH, height: HEIGHT, background: '#000000', fontFamily: FAMILY },
        box({ position: 'absolute', left: SIDE, top: TOP, width, flexDirection: 'column' },
            text(day.heading, SMALL, 700, TEXT, { height: SMALL * 1.8 }),
            ...day.entries.map(entry),
            text(day.footer, SMALL, 400, QUIET, {})));
}

/** The tree in the page. */
function mounted(day) {
    const made = ({ type, props: { style, children } }) => {
        const element = document.createElement(type);
        for (const [name, value] of Object.entries(style)) {
            element.style[name] = typeof value === 'number' && !['fontWeight', 'lineHeight'].includes(name) ? `${value}px` : value;
        }
        element.append(...[children].flat().map((child) => typeof child === 'string' ? child : made(child)));
        return element;
    };
    const element = made(tree(day));
    element.style.position = 'relative';
    document.body.replaceChildren(element);
    return element;
}

async function byHtml2canvas(day) {
    const drawn = await html2canvas(mounted(day), { scale: SCALE, logging: false, backgroundColor: null });
    return (await new Promise((done) => drawn.toBlob(done, 'image/png'))).size;
}

async function byHtmlToImage(day) {
    return (await toBlob(mounted(day), { pixelRatio: SCALE, skipFonts: true })).size;
}

let resvg;

async function bySatori(day) {
    await (resvg ??= initWasm(fetch(resvgWasm)));
    const svg = await satori(tree(day), { width: WIDTH, height: HEIGHT, fonts });
    const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: WIDTH * SCALE }, font: { loadSystemFonts: false } });
    const size = drawing.render().asPng().length;
    drawing.free();
    return size;
}

let takumi;

/** The same stack as ours, Parley and Skrifa, in Rust. */
async function byTakumi(day) {
    takumi ??= await takumiWithFonts();
    const node = ({ props: { style, children } }) =>
        typeof children === 'string' ? { type: 'text', text: children, style } : { type: 'container', style, children: children.map(node) };
    const size = { width: WIDTH * SCALE, height: HEIGHT * SCALE, devicePixelRatio: SCALE };
    return (await takumi.render(node(tree(day)), { ...size, format: 'png' })).length;
}

async function takumiWithFonts() {
    await initTakumi({ module_or_path: fetch(takumiWasm) });
    const renderer = new Renderer();
    for (const font of fonts) await renderer.registerFont({ ...font, data: new Uint8Array(font.data) });
    return renderer;
}

/** Our own worker, asked as the app asks it. */
function ours() {
    const worker = new Worker('/worker_loader.js', { type: 'module' });
    const next = () => new Promise((heard) => { worker.onmessage = ({ data }) => heard(data); });
    const ask = (job, program) => {
        const answer = next();
        worker.postMessage({ id: 1, job, program, buffers: [] });
        return answer;
    };
    const ready = next();
    let sent;
    return {
        warm: async () => { await ready; await ask(JSON.stringify({ warm: { language: 'ko' } })); },
        draw: async ({ job, program }) => {
            const { answer, buffers } = await ask(job, sent === program ? undefined : new TextEncoder().encode(program).buffer);
            sent = program;
            return [buffers[0].byteLength, JSON.parse(answer).wallpaper.timings];
        },
        end: () => worker.terminate(),
    };
}

const timed = async (work) => {
    const from = performance.now();
    const result = await work();
    return [performance.now() - from, result];
};

/** What the first picture costs once the worker has been warmed up, in a page that was just opened. */
window.first = async (job) => {
    const worker = ours();
    const [warm] = await timed(worker.warm);
    const [first] = await timed(() => worker.draw(job));
    worker.end();
    return { warm, first };
};

const ways = {
    'Canvas 2D': byCanvas, 'html2canvas': byHtml2canvas, 'html-to-image': byHtmlToImage, 'satori + resvg': bySatori,
    'takumi': byTakumi,
};
let worker;

/** Draws the day once in the way of that name; `painter` is ours, warmed up as the app does it, and takes a job. */
window.draw = async (name, day) => {
    if (name !== 'painter') {
        const [time, bytes] = await timed(() => ways[name](day));
        return { time, bytes };
    }
    if (!worker) {
        worker = ours();
        await worker.warm();
    }
    const [time, [bytes, steps]] = await timed(() => worker.draw(day));
    return { time, bytes, steps };
};
window.isReady = true;
