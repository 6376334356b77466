// Draws elements and relations at given places. Arrow keys move between elements, Enter or a click chooses one.
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const LEAST_ZOOM = 0.55;

function looks(host) {
  const theme = getComputedStyle(host);
  const colour = (name) => theme.getPropertyValue(`--st-${name}`).trim();
  const [text, paper, soft, line, muted, accent] = [
    "text-color", "background-color", "secondary-background-color", "border-color", "gray-color", "link-color",
  ].map(colour);
  const border = (name, width = 2.5) => ({ "border-color": colour(name), "border-width": width });
  return [
    { selector: "node", style: {
      shape: "round-rectangle", width: 200, height: 58, "background-color": soft, "border-color": line, "border-width": 1.5,
      label: "data(label)", color: text, "font-family": theme.fontFamily, "font-size": 12.5, "text-wrap": "wrap",
      "text-max-width": 188, "text-valign": "center", "line-height": 1.15 } },
    { selector: "node[look = 'lost']", style: border("red-color") },
    { selector: "node[look = 'weakened']", style: border("orange-color") },
    { selector: "node[look = 'thinned']", style: border("blue-color") },
    { selector: "node[look = 'intact']", style: border("green-color") },
    { selector: "node[look = 'chosen']", style: { ...border("link-color", 3), "font-weight": 700 } },
    { selector: "node[kind = 'pathway']", style: { shape: "cut-rectangle" } },
    { selector: "edge", style: {
      width: 1.25, "line-color": muted, "curve-style": "bezier", "source-endpoint": "90deg", "target-endpoint": "270deg", "target-arrow-shape": "triangle", "target-arrow-color": muted,
      "arrow-scale": 0.9, label: "data(said)", color: muted, "font-size": 11, "font-family": theme.fontFamily,
      "text-background-color": paper, "text-background-opacity": 1, "text-background-padding": 2 } },
    { selector: "edge[?bold]", style: {
      width: 2.75, "line-color": text, "target-arrow-color": text, color: accent, "font-weight": 700, "font-size": 12.5 } },
    { selector: "edge[?leftward]", style: {
      "target-arrow-shape": "none", "source-arrow-shape": "triangle", "source-arrow-color": muted } },
    { selector: "edge[?inferred]", style: { "line-style": "dashed" } },
    { selector: "node.near", style: { "overlay-color": accent, "overlay-opacity": 0.16, "overlay-padding": 4 } },
  ];
}

function parts({ spots, lines }) {
  const nodes = spots.map(({ x, y, ...data }) => ({ data, position: { x, y } }));
  const edges = lines.map(({ left, right, ...data }) => ({ data: { ...data, source: left, target: right } }));
  return [...nodes, ...edges];
}

function fit(graph, least) {
  graph.fit(undefined, 24);
  graph.zoom(Math.max(least, Math.min(1, graph.zoom())));
  graph.center();
  const left = graph.elements().renderedBoundingBox().x1;
  if (left < 0) graph.panBy({ x: 24 - left, y: 0 });
}

function nextTo(graph, from, [dx, dy]) {
  const here = from.position();
  const ahead = graph.nodes().filter((node) => {
    const [x, y] = [node.position().x - here.x, node.position().y - here.y];
    return x * dx + y * dy > 1;
  });
  const distance = (node) => {
    const [x, y] = [node.position().x - here.x, node.position().y - here.y];
    return Math.abs(x * dx + y * dy) + 3 * Math.abs(x * dy + y * dx);
  };
  return ahead.sort((a, b) => distance(a) - distance(b))[0];
}

function bringIntoView(graph, node) {
  const { x1, y1, x2, y2 } = node.renderedBoundingBox();
  if (x1 < 0 || y1 < 0 || x2 > graph.width() || y2 > graph.height()) graph.center(node);
}

// Drawn anew in other colours, the same drawing keeps its place in the walk.
function startOfWalk(graph, canvas, chosen) {
  const { from, near } = canvas.walk ?? {};
  return (from === chosen?.id() && graph.getElementById(near)[0]) || chosen;
}

// A choice by keyboard can lead to a drawing on another screen: that one takes the focus which the first one had.
function keepFocus(canvas) {
  if (globalThis.loadpathChosenByKey && document.activeElement === document.body) canvas.focus();
  globalThis.loadpathChosenByKey = false;
}

function listen(graph, canvas, tools, choose) {
  const chosen = graph.nodes("[look = 'chosen']")[0] ?? graph.nodes()[0];
  let near = startOfWalk(graph, canvas, chosen);
  const mark = (node) => {
    graph.nodes().removeClass("near");
    near = node ?? near;
    near?.addClass("near");
    canvas.walk = { from: chosen?.id(), near: near?.id() };
  };
  graph.on("tap", "node", (event) => choose(event.target.id()));
  graph.on("mouseover", "node", () => (canvas.style.cursor = "pointer"));
  graph.on("mouseout", "node", () => (canvas.style.cursor = ""));
  canvas.onfocus = () => canvas.matches(":focus-visible") && mark();
  canvas.onblur = () => graph.nodes().removeClass("near");
  canvas.onkeydown = (event) => {
    if (!near || (!(event.key in KEYS) && event.key !== "Enter")) return;
    event.preventDefault();
    if (event.key === "Enter") {
      globalThis.loadpathChosenByKey = true;
      choose(near.id());
    } else mark(nextTo(graph, near, KEYS[event.key]));
    bringIntoView(graph, near);
  };
  canvas.tabIndex = 0; // not before: keys that nobody listens to would be lost
  if (document.activeElement === canvas) canvas.onfocus();
  tools.onclick = ({ target }) => {
    const factor = Number(target.dataset.zoom ?? Number.NaN);
    if (factor) graph.zoom({ level: graph.zoom() * factor, renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
    else if (factor === 0) fit(graph, 0);
  };
}

export default function ({ data, parentElement, setTriggerValue }) {
  const canvas = parentElement.querySelector(".lp-canvas");
  const style = looks(canvas);
  const shown = JSON.stringify([data, style]);
  if (canvas.dataset.shown === shown) return;
  canvas.dataset.shown = shown;
  canvas.leave?.();
  canvas.style.height = `${data.height}px`;
  canvas.setAttribute("aria-label", data.spoken);
  const graph = globalThis.cytoscape({
    container: canvas, elements: parts(data), style, layout: { name: "preset" },
    userZoomingEnabled: false, autoungrabify: true, boxSelectionEnabled: false, minZoom: 0.2, maxZoom: 3,
  });
  fit(graph, LEAST_ZOOM);
  listen(graph, canvas, parentElement.querySelector(".lp-tools"), (id) => setTriggerValue("chosen", id));
  keepFocus(canvas);
  const resized = new ResizeObserver(() => { graph.resize(); fit(graph, LEAST_ZOOM); });
  resized.observe(canvas);
  canvas.leave = () => {
    resized.disconnect();
    graph.destroy();
  };
  return () => canvas.leave();
}
