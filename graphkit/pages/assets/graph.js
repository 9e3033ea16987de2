"use strict";
// The small graph: the whole article's ties, or one claim with everything that takes part in it.
const Graph = (container) => {
  const CLAIM_WIDTH = 150;
  const DASHED = new Set(["possible", "planned", "ordered", "conditional"]);
  const colour = (name, otherwise = "--Concept") => {
    const style = getComputedStyle(document.documentElement);
    return (style.getPropertyValue(`--${name}`) || style.getPropertyValue(otherwise)).trim();
  };
  const shortened = (words, most) => (words.length > most ? words.slice(0, most - 1).trimEnd() + "…" : words);

  const look = () => [
    {selector: "node", style: {
      "background-color": (node) => colour(node.data("kind")), "border-width": 0,
      label: "data(label)", color: colour("ink"), "font-size": "data(letters)", "font-family": "system-ui, sans-serif",
      "text-valign": "bottom", "text-margin-y": 4, "text-wrap": "wrap", "text-max-width": 110,
      "text-background-color": colour("panel"), "text-background-opacity": 0.75, "text-background-padding": 1,
      width: "data(size)", height: "data(size)"}},
    {selector: "node[kind = 'Concept']", style: {color: colour("soft")}},
    {selector: "node.box", style: {
      color: colour("ink"),
      shape: "round-rectangle", width: "data(width)", height: "data(height)", "text-valign": "center", "text-margin-y": 0,
      "text-max-width": "data(room)", "background-color": colour("panel"), "border-width": 2, "text-background-opacity": 0,
      "border-color": (node) => colour(node.data("kind")), "font-size": 13, "line-height": 1.2}},
    {selector: "node.claim", style: {
      "background-color": (node) => colour(node.data("stance")), "border-width": 0, color: colour("paper"), "font-weight": 600}},
    {selector: "node.plain", style: {"border-style": "dashed", "border-width": 1.5}},
    {selector: "edge", style: {
      width: 1.6, "curve-style": "bezier", "target-arrow-shape": "triangle", "arrow-scale": 0.9,
      "line-color": (edge) => colour(edge.data("stance")), "target-arrow-color": (edge) => colour(edge.data("stance")),
      "line-style": (edge) => (DASHED.has(edge.data("stance")) ? "dashed" : "solid"),
      "font-size": 11, color: colour("soft"), "text-background-color": colour("panel"),
      "text-background-opacity": 0.9, "text-background-padding": 2}},
    {selector: "edge[stance = 'negated']", style: {"target-arrow-shape": "tee", "line-style": "dotted", width: 2.2}},
    {selector: "edge.part", style: {
      label: "data(label)", "line-color": (edge) => colour(edge.data("role")), "line-style": "solid",
      "target-arrow-color": (edge) => colour(edge.data("role")), color: (edge) => colour(edge.data("role"))}},
    {selector: ".faded", style: {opacity: 0.16}},
    {selector: "edge.near", style: {label: "data(label)"}},
  ];

  const cy = cytoscape({container, style: [], minZoom: 0.2, maxZoom: 2.5, boxSelectionEnabled: false, autounselectify: true});
  let redraw = () => {};
  const draw = (elements, place, described) => {
    cy.resize();
    cy.elements().remove();
    cy.add(elements);
    cy.style(look());
    place();
    fit();
    container.setAttribute("aria-label", described);
  };
  const fit = () => {
    cy.fit(undefined, 26);
    if (cy.zoom() > 1.15) { cy.zoom(1.15); cy.center(); }
    // However far out, names stay as large as they can without covering one another.
    cy.nodes().not(".box").forEach((node) => {
      node.data("letters", Math.min(node.data("kind") === "Concept" ? 15 : 19, Math.max(11, 11.5 / cy.zoom())));
    });
  };
  new ResizeObserver(() => { cy.resize(); fit(); }).observe(container);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => redraw());

  // What two common nouns have to do with each other is drawn when it is chosen: here it would hide who is who.
  const drawn = (data, from, to) => from !== null && to !== null && from !== to
    && (data.entities[from].kind !== "Concept" || data.entities[to].kind !== "Concept");

  // Whoever is tied to another, as circles; a line for each claim that has both ends.
  const whole = (data) => {
    const ends = data.claims.map((claim, number) => {
      const [who, whom] = ["who", "whom"].map((role) => claim.parts.find((part) => part.role === role));
      return who && whom && drawn(data, who.entity, whom.entity) ? {number, claim, from: who.entity, to: whom.entity} : null;
    }).filter(Boolean);
    const degree = new Map();
    for (const {from, to} of ends) for (const end of [from, to]) degree.set(end, (degree.get(end) || 0) + 1);
    const order = [...degree.keys()].sort((a, b) => degree.get(b) - degree.get(a) || a - b);
    const nodes = order.map((number, place) => ({
      data: {id: `e${number}`, entity: number, label: shortened(data.entities[number].name, 34),
        kind: data.entities[number].kind, letters: 12,
        size: data.entities[number].kind === "Concept" ? 13 : 16 + 8 * Math.sqrt(degree.get(number))},
      // A spiral, the best tied in the middle: where the layout starts from decides where it ends.
      position: {x: 34 * Math.sqrt(place) * Math.cos(2.4 * place), y: 34 * Math.sqrt(place) * Math.sin(2.4 * place)}}));
    const edges = ends.map(({number, claim, from, to}) => ({
      data: {id: `c${number}`, claim: number, source: `e${from}`, target: `e${to}`, stance: claim.stance,
        label: shortened(claim.verb, 30)}}));
    redraw = () => draw([...nodes, ...edges], () => cy.layout({
      name: "cose", animate: false, randomize: false, fit: false, numIter: 1500, idealEdgeLength: () => 62,
      nodeRepulsion: () => 9000, nodeOverlap: 12, componentSpacing: 30, gravity: 1.4, nodeDimensionsIncludeLabels: true,
    }).run(), `Graph of the article: ${nodes.length} entities, ${edges.length} claims between them`);
    redraw();
  };

  // One claim as a sentence is read: who, what, whom from left to right; who says it above, the rest below.
  const claim = (data, number) => {
    const told = data.claims[number];
    const box = (id, label, extra, x, y, width) => {
      const room = width - 18;
      const lines = Math.max(1, Math.ceil((label.length * 7.4) / room));
      return {data: {id, label, width, room, height: 20 + 17 * lines, ...extra}, position: {x, y}, classes: "box"};
    };
    const middle = box("claim", shortened(told.verb, 60), {stance: told.stance, claim: number}, 0, 0, CLAIM_WIDTH);
    middle.classes += " claim";
    const elements = [middle];
    const spoken = [];
    const put = (part, id, x, y, width = 140) => {
      const known = part.entity === null ? null : data.entities[part.entity];
      const label = known && known.kind !== "Concept" ? known.name : part.text;
      const node = box(id, shortened(label, 64), {kind: known ? known.kind : "Concept", entity: part.entity}, x, y, width);
      if (!known) node.classes += " plain";
      elements.push(node);
      const [source, target] = part.role === "whom" || part.role === "more" ? ["claim", id] : [id, "claim"];
      elements.push({data: {id: `${id}-line`, source, target, label: part.label, role: part.role}, classes: "part"});
      spoken.push(`${part.label}: ${label}`);
    };
    const link = (other, id, source, target, label, x, y) => {
      const node = box(id, shortened(data.claims[other].name, 80), {stance: data.claims[other].stance, claim: other}, x, y, 190);
      node.classes += " claim";
      elements.push(node, {data: {id: `${id}-line`, source, target, label, role: "speaker"}, classes: "part"});
      spoken.push(`${label}: ${data.claims[other].name}`);
    };
    const more = told.parts.filter((part) => part.role === "more");
    const across = (place, count) => (place - (count - 1) / 2) * 160;
    const ROW = 4, rows = Math.ceil(more.length / ROW);
    told.parts.filter((part) => part.role === "who").forEach((part) => put(part, "who", -250, 0));
    told.parts.filter((part) => part.role === "whom").forEach((part) => put(part, "whom", 250, 0, 160));
    told.parts.filter((part) => part.role === "speaker").forEach((part) => put(part, "speaker", told.within === null ? 0 : -110, -125));
    more.forEach((part, place) => {
      const row = Math.floor(place / ROW);
      // Every other row is moved by half a step, so that a line runs between the boxes of the row before.
      const inRow = Math.min(ROW, more.length - ROW * row), moved = row % 2 && inRow % 2 === Math.min(ROW, more.length) % 2 ? 80 : 0;
      put(part, `more-${place}`, across(place % ROW, inRow) + moved, 125 + 90 * row);
    });
    if (told.within !== null) link(told.within, "within", "within", "claim", "content of", 130, -125);
    const below = 125 + 90 * rows;
    // A line to what is said runs through a gap between the boxes of the first row.
    const contents = told.contents.slice(0, 2), step = more.length % 2 ? 80 : 160;
    const gaps = contents.length === 1 ? [more.length % 2 ? step : 0] : [-step, step];
    contents.forEach((other, place) =>
      link(other, `content-${place}`, "claim", `content-${place}`, "content", (gaps[place] * below) / 125, below));
    redraw = () => draw(elements, () => cy.layout({name: "preset", fit: false}).run(), `Graph of the claim: ${told.name}. ${spoken.join("; ")}`);
    redraw();
  };

  const entity = (number) => {
    const near = number === null ? cy.elements() : cy.$(`#e${number}`).closedNeighborhood();
    cy.elements().removeClass("faded near");
    if (number !== null && near.nonempty()) {
      cy.elements().difference(near).addClass("faded");
      near.addClass("near");
    }
  };

  return {whole, claim, entity, cy};
};
