// Builds a sheet out of plain data. Texts become text nodes; nothing is ever parsed as markup.
const TAGS = new Set([
  "article", "aside", "blockquote", "button", "dd", "details", "div", "dl", "dt", "h1", "h2", "h3", "header", "li",
  "mark", "ol", "p", "s", "section", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
]);

function build(piece, press) {
  const element = document.createElement(TAGS.has(piece.tag) ? piece.tag : "span");
  if (piece.text) element.append(piece.text);
  if (piece.style) element.className = piece.style;
  if (piece.name) {
    element.id = piece.name;
    element.tabIndex = -1;
  }
  if (piece.spoken) element.setAttribute("aria-label", piece.spoken);
  if (/\bheadline\b/.test(piece.style ?? "")) element.setAttribute("role", "status");
  if (piece.tag === "th") element.scope = "col";
  if (piece.style === "span-all") element.colSpan = 99;
  if (piece.act) {
    element.type = "button";
    element.dataset.act = piece.act;
    element.dataset.value = piece.value;
    element.addEventListener("click", () => press(piece, element));
  }
  if (/\b(shape|bars|arrow)\b/.test(piece.style ?? "")) element.setAttribute("aria-hidden", "true");
  for (const kid of piece.kids ?? []) element.append(build(kid, press));
  return element;
}

function goTo(root, name) {
  const place = [...root.querySelectorAll("[id]")].find((element) => element.id === name);
  place?.scrollIntoView({ block: "center" });
  place?.focus({ preventScroll: true });
}

// The panel that a citation opens cannot see into a sheet: the citation takes the focus back once the panel is gone.
let panel;
function takeBackFocus(button) {
  let opened = false;
  panel?.disconnect();
  panel = new MutationObserver(() => {
    const open = document.querySelector("[role='dialog']") !== null;
    if (opened && !open) {
      panel.disconnect();
      setTimeout(() => document.activeElement === document.body && button.focus());
    }
    opened = open;
  });
  panel.observe(document.body, { childList: true, subtree: true });
}

// A press can replace the sheet that held its button. The keys then go to that button again, to the one in its place
// where it decided something, or to the first heading; until whoever presses goes on.
const sheets = new Set();
const DECIDING = new Set(["accept", "reject", "undo"]);
let pressed;
const replaced = new MutationObserver(giveBackFocus);
function forget() {
  pressed = undefined;
  replaced.disconnect();
}
for (const going of ["keydown", "pointerdown"]) window.addEventListener(going, forget, { capture: true });

function remember(root, button) {
  const alike = [...root.querySelectorAll("[data-act]")].filter((other) => other.dataset.act === button.dataset.act);
  pressed = { root, act: button.dataset.act, value: button.dataset.value, place: alike.indexOf(button) };
  replaced.observe(document.body, { childList: true, subtree: true });
}

function giveBackFocus() {
  if (!pressed || document.activeElement !== document.body) return;
  const shown = [...sheets].filter((sheet) => sheet.isConnected);
  const buttons = shown.flatMap((sheet) => [...sheet.querySelectorAll("[data-act]")]);
  const alike = buttons.filter((button) => button.dataset.act === pressed.act);
  const same = alike.find((button) => button.dataset.value === pressed.value);
  const inPlace = alike.filter((button) => DECIDING.has(pressed.act) && pressed.root.contains(button));
  const heading = shown.map((sheet) => sheet.querySelector("h1")).find((found) => found);
  const next = same ?? inPlace[Math.min(pressed.place, inPlace.length - 1)] ?? heading;
  if (next === heading && heading) heading.tabIndex = -1;
  next?.focus({ preventScroll: true });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".sheet");
  const shown = JSON.stringify(data);
  if (root.dataset.shown === shown) return;
  root.dataset.shown = shown;
  const press = ({ act, value }, button) => {
    if (act === "goto") return goTo(root, value);
    if (act === "cite") takeBackFocus(button);
    else remember(root, button);
    setTriggerValue("act", { kind: act, value });
  };
  root.replaceChildren(build(data, press));
  sheets.add(root);
  for (const sheet of sheets) if (!sheet.isConnected) sheets.delete(sheet);
  setTimeout(giveBackFocus);
  root.querySelector(".asked, .passage mark")?.scrollIntoView({ block: "nearest" });
}
