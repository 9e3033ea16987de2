"use strict";
// What is marked, shown and drawn: hovering or focusing shows a claim, a click or Enter holds it, Escape lets go.
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const made = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
    element.append(...children.filter((child) => child !== null));
    return element;
  };
  const words = Object.fromEntries($$("[data-stance]", $("#words").content).map((it) => [it.dataset.stance, it.dataset]));
  const card = $("#card"), whole = $("#whole"), stories = $$(".story");
  const graph = Graph($("#graph"));
  let story, data, pieces, handles, held = null, heldEntity = null;

  const enter = (chosen) => {
    story = chosen;
    for (const other of stories) other.hidden = other !== chosen;
    data = JSON.parse($(".data", chosen).textContent);
    pieces = $$(".text [data-p]", chosen);
    handles = $$(".text [role=button]", chosen);
    if (handles.length) handles.forEach((handle, place) => { handle.tabIndex = place ? -1 : 0; });
    for (const link of $$("#index a")) {
      if (link.hash === `#${chosen.id}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    document.title = $("h1", chosen).textContent;
    shown = null;
    letGo();
  };

  // The text.
  const unmark = () => {
    for (const piece of $$(".text .on", story)) {
      piece.classList.remove("on", "r-who", "r-whom", "r-speaker", "r-more", "r-cue", "r-verb", "r-entity");
    }
  };
  const markClaim = (claim) => {
    unmark();
    const mark = (numbers, role) => {
      for (const number of numbers) {
        const classes = pieces[number].classList;
        if (classes.contains("on")) continue;
        classes.add("on", `r-${role}`);
      }
    };
    mark(claim.verbs, "verb");
    for (const role of ["who", "whom", "speaker", "more"]) {
      for (const part of claim.parts) if (part.role === role) mark(part.pieces, role);
    }
    mark(claim.cue, "cue");
    for (const number of claim.verbs) pieces[number].style.setProperty("--s", `var(--${claim.stance})`);
  };
  const markEntity = (number) => {
    unmark();
    for (const piece of pieces) if (piece.dataset.e === String(number)) piece.classList.add("on", "r-entity");
  };

  // The card.
  const known = (part) => {
    const entity = part.entity === null ? null : data.entities[part.entity];
    const value = part.value ? made("small", {}, part.value) : null;
    if (!entity) return [part.text, " ", value];
    const button = made("button", {type: "button", "data-entity": part.entity}, part.text);
    const same = entity.name.toLowerCase() === part.text.toLowerCase();
    return [button, " ", made("small", {}, same ? entity.kind : `${entity.name} · ${entity.kind}`), " ", value];
  };
  const line = (label, role, ...value) => [made("dt", {class: role ? `r-${role}` : null}, label), made("dd", {}, ...value)];
  const badge = (name, value, meaning = null) => made("li", {title: meaning}, made("span", {}, name), ` ${value}`);
  const jump = (number) => made("button", {type: "button", "data-claim": number}, data.claims[number].name);
  // What is shown already stays as it is: a click would not end where it began if its button was made anew.
  let shown = null;
  const isShown = (what) => shown === what || ((shown = what), false);
  const showClaim = (number) => {
    if (isShown(`claim ${number}`)) return;
    const claim = data.claims[number];
    const part = (role) => claim.parts.filter((it) => it.role === role);
    const lines = [
      ...part("who").flatMap((it) => line("who", "who", ...known(it))),
      ...line("did what", "verb", claim.verb, " ", made("small", {}, claim.mode ? `${claim.relation} · ${claim.mode}` : claim.relation)),
      ...part("whom").flatMap((it) => line(it.label, "whom", ...known(it))),
      ...(part("speaker").length ? part("speaker").flatMap((it) => line("says who", "speaker", ...known(it)))
        : line("says who", null, "the article itself")),
      ...part("more").flatMap((it) => line(it.label, "more", ...known(it))),
      ...(claim.within === null ? [] : line("content of", null, jump(claim.within))),
      ...claim.contents.flatMap((it) => line("content", null, jump(it))),
    ];
    const list = made("dl", {class: `s-${claim.stance}`}, ...lines);
    const badges = made("ul", {class: `badges s-${claim.stance}`},
      made("li", {class: "main", title: words[claim.stance].meaning}, words[claim.stance].word),
      badge("polarity", claim.polarity), badge("modality", claim.modality),
      badge("confidence", claim.confidence, "how often the rule that read it is right"), badge("rule", claim.rule));
    card.dataset.claim = number;
    card.replaceChildren(made("h2", {}, claim.name), badges, list);
  };
  const showEntity = (number) => {
    if (isShown(`entity ${number}`)) return;
    const entity = data.entities[number];
    const about = data.claims.flatMap((claim, place) => (claim.parts.some((part) => part.entity === number) ? [place] : []));
    delete card.dataset.claim;
    card.replaceChildren(made("h2", {}, entity.name),
      made("ul", {class: "badges"}, made("li", {}, entity.kind), made("li", {}, entity.id)),
      made("dl", {}, ...about.flatMap((place) => line(words[data.claims[place].stance].word, null, jump(place)))));
  };
  const showHint = () => {
    if (isShown("hint")) return;
    delete card.dataset.claim;
    card.replaceChildren(made("p", {class: "hint"},
      "Point at a marked verb to see the claim it makes; click to hold it and see it drawn. ",
      made("span", {class: "keys"}, made("kbd", {}, "Tab"), " into the text, ", made("kbd", {}, "← →"), " from claim to claim, ",
        made("kbd", {}, "Enter"), " to hold, ", made("kbd", {}, "Esc"), " to let go.")));
  };

  // What is seen for a moment, and what is held.
  const peek = (number) => { markClaim(data.claims[number]); showClaim(number); };
  const rest = () => {
    if (held !== null) peek(held);
    else if (heldEntity !== null) { markEntity(heldEntity); showEntity(heldEntity); }
    else { unmark(); showHint(); }
  };
  const state = () => {
    const holds = held !== null || heldEntity !== null;
    whole.hidden = !holds;
    document.body.classList.toggle("resting", !holds);
    $(".text", story).classList.toggle("held", held !== null);
    for (const handle of handles) handle.setAttribute("aria-pressed", String(held !== null && claimsOf(handle).includes(held)));
    for (const row of $$(".row", story)) row.setAttribute("aria-pressed", String(held === Number(row.dataset.claim)));
  };
  const hold = (number) => {
    [held, heldEntity] = [number, null];
    state();
    graph.claim(data, number);
    rest();
  };
  const holdEntity = (number) => {
    const drawn = held === null;
    [held, heldEntity] = [null, number];
    state();
    if (!drawn || !graph.cy.$(`#e${number}`).nonempty()) graph.whole(data);
    graph.entity(number);
    rest();
  };
  const letGo = () => {
    [held, heldEntity] = [null, null];
    state();
    graph.whole(data);
    rest();
  };

  const claimsOf = (piece) => piece.dataset.c.split(" ").map(Number);
  // Of several claims that share a verb, the one after that which is held.
  const next = (piece) => {
    const claims = claimsOf(piece);
    return claims[(claims.indexOf(held) + 1) % claims.length];
  };
  const pieceOf = (event) => event.target instanceof Element ? event.target.closest(".text [data-c]") : null;
  const intoView = (number) => {
    const piece = pieces[data.claims[number].verbs[0]];
    if (piece) piece.scrollIntoView({block: "center"});
  };

  document.addEventListener("mouseover", (event) => {
    const piece = pieceOf(event);
    if (piece) peek(claimsOf(piece).includes(held) ? held : claimsOf(piece)[0]);
    else if (event.target.closest?.(".row")) peek(Number(event.target.closest(".row").dataset.claim));
  });
  document.addEventListener("mouseout", (event) => { if (pieceOf(event) || event.target.closest?.(".row")) rest(); });
  document.addEventListener("focusin", (event) => {
    const piece = pieceOf(event);
    if (!piece) return;
    for (const handle of handles) handle.tabIndex = handle === piece ? 0 : -1;
    peek(claimsOf(piece).includes(held) ? held : claimsOf(piece)[0]);
  });
  document.addEventListener("focusout", (event) => { if (pieceOf(event)) rest(); });
  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const piece = target.closest(".text [data-c]");
    const button = target.closest("[data-claim]:is(button)");
    const entity = target.closest("[data-entity], .text [data-e]");
    if (piece) hold(next(piece));
    else if (button) { hold(Number(button.dataset.claim)); intoView(held); }
    else if (entity) holdEntity(Number(entity.dataset.entity ?? entity.dataset.e));
    else if (target.closest("#whole")) letGo();
  });
  const step = (from, key) => {
    const place = handles.indexOf(from);
    const to = {ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1, Home: 0, End: handles.length - 1}[key];
    return to === undefined ? null : handles[Math.max(0, Math.min(handles.length - 1, to))];
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { letGo(); return; }
    const piece = pieceOf(event);
    if (!piece || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") hold(next(piece));
    else if (step(piece, event.key)) step(piece, event.key).focus();
    else return;
    event.preventDefault();
  });
  graph.cy.on("tap", "[claim]", (event) => { hold(event.target.data("claim")); intoView(held); });
  graph.cy.on("tap", "node[entity]", (event) => {
    if (event.target.data("entity") !== null) holdEntity(event.target.data("entity"));
  });
  graph.cy.on("mouseover", "edge[claim]", (event) => peek(event.target.data("claim")));
  graph.cy.on("mouseout", "edge[claim]", () => rest());

  const fromAddress = () => stories.find((it) => `#${it.id}` === location.hash) || stories[0];
  addEventListener("hashchange", () => enter(fromAddress()));
  if (stories.length) enter(fromAddress());
})();
