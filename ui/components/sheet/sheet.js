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

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".sheet");
  const shown = JSON.stringify(data);
  if (root.dataset.shown === shown) return;
  root.dataset.shown = shown;
  const press = ({ act, value }, button) => {
    if (act === "goto") return goTo(root, value);
    if (act === "cite") takeBackFocus(button);
    setTriggerValue("act", { kind: act, value });
  };
  root.replaceChildren(build(data, press));
  root.querySelector(".asked, .passage mark")?.scrollIntoView({ block: "nearest" });
}
