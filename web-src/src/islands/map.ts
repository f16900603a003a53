/** Draws places at the exactness that is told: a country whole, a region as a ring, a town as a dot. */

import { geoArea, geoAzimuthalEqualArea, geoCentroid, geoCircle, geoDistance, geoEqualEarth, geoPath, type GeoPath, type GeoProjection } from "d3-geo";
import type { Feature, FeatureCollection, Geometry, MultiPoint } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import world from "world-atlas/countries-110m.json";
import type { Place, PlaceMap } from "../contract";
import type { Island } from "../frame";
import { finish, label, mark, sheet, type Sheet, type Sign } from "../lib/canvas";
import { el, svg } from "../lib/dom";
import { lookOf, painted, statusWords } from "../lib/look";
import { counted, textWidth } from "../lib/words";
import { type Dot, ringDegrees, settled, sideBySide, size } from "./map-layout";
import { isOutlineOf } from "./outlines-codes";

type Outline = Feature<Geometry, { name: string }>;

const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const OUTLINES: Outline[] = (feature(topology, topology.objects.countries) as FeatureCollection<Geometry, { name: string }>).features;

/** Radians from the middle up to which places are drawn in a view of their own. */
const LOCAL = 0.9;

const PRECISION: Record<Place["precision"], string> = {
  country: "country only", region: "region", town: "town", site: "site",
};

/** The outline of a country, where the coarse atlas has one. */
export function outlineOf(country: string | null): Outline | null {
  if (country === null) return null;
  return OUTLINES.find((one) => isOutlineOf(country, one.id, one.properties.name)) ?? null;
}

/** Where a place is marked: its point, or the middle of the largest part of its country; null where neither is known. */
export function pointOf(place: Place): [number, number] | null {
  if (place.lat !== null && place.lon !== null) return [place.lon, place.lat];
  const outline = place.precision === "country" ? outlineOf(place.country) : null;
  if (!outline) return null;
  if (outline.geometry.type !== "MultiPolygon") return geoCentroid(outline);
  const parts = outline.geometry.coordinates.map((coordinates) => ({ type: "Polygon" as const, coordinates }));
  return geoCentroid(parts.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a)));
}

export function island(data: PlaceMap): Island {
  const lost = data.places.filter((place) => pointOf(place) === null);
  const without = data.places.filter((place) => place.precision === "region" && place.radius_km === null).length;
  return {
    columns: ["Place", "How exact", "What", "Status", data.measure, "Rows"],
    rows: data.places.map((place) => ({
      cells: [
        place.label, PRECISION[place.precision] + (pointOf(place) ? "" : ", not drawn"), place.what, statusWords(place.status, place.stance),
        place.value.toLocaleString("en"), place.rows,
      ],
      href: place.href,
    })),
    noun: "row",
    notes: [
      el("p", {}, `Sizes of marks: ${data.measure}. A square stands for a whole country, a diamond in a ring for a region, a dot for a town or site; none is more exact than its words.`),
      without > 0 ? el("p", {}, `${counted(without, "ring")} of no measure: how far the region reaches is not known.`) : null,
      lost.length > 0 ? el("p", {}, `Not drawn, for where they lie is not known: ${lost.map((place) => place.label).join(", ")}. They are in the table.`) : null,
      el("p", { class: "island-searched" }, "Outlines: Natural Earth, 1:110 million, as it draws them; enduse takes no side in what is disputed."),
    ],
    draw: (width) => draw(data, width),
  };
}

interface Sketch {
  page: Sheet;
  path: GeoPath;
  projection: GeoProjection;
}

function draw(data: PlaceMap, width: number): SVGSVGElement {
  const page = sheet(width, data.title, data.description);
  const height = Math.round(Math.max(260, width * 0.56));
  const drawn = data.places.filter((place) => pointOf(place) !== null);
  const projection = fitted(drawn, width, height);
  const sketch: Sketch = { page, projection, path: geoPath(projection).digits(1) };
  const clip = `${page.uid}-clip`;
  const body = svg("g", { "clip-path": `url(#${clip})` });
  page.svg.append(svg("defs", {}, svg("clipPath", { id: clip }, svg("rect", { width, height }))), body);
  const shaded = new Set(drawn.filter((one) => one.precision === "country").map((one) => outlineOf(one.country)));
  for (const outline of OUTLINES) {
    body.append(svg("path", { class: shaded.has(outline) ? "land whole" : "land", d: sketch.path(outline) }));
  }
  for (const place of drawn.filter((one) => one.precision === "region")) body.append(ring(sketch, place));
  const dots = sideBySide(dotsOf(sketch, drawn, Math.max(...drawn.map((place) => place.value))));
  for (const dot of dots) body.append(dotMark(page, dot));
  body.append(names(dots, width));
  page.svg.append(svg("rect", { class: "faint", x: 0.5, y: 0.5, width: width - 1, height: height - 1 }));
  return finish(page, height, drawn.map((place) => lookOf(place.status, place.stance)), shapes(drawn));
}

/** A view that holds all places with what they span, and never less than some ten degrees. */
function fitted(places: readonly Place[], width: number, height: number): GeoProjection {
  const points = places.flatMap((place) => {
    const [lon, lat] = pointOf(place) ?? [0, 0];
    const reach = place.precision === "country" ? 9 : place.precision === "region" ? Math.max(5, 1.5 * ringDegrees(place)) : 5;
    return [[lon - reach, lat], [lon + reach, lat], [lon, Math.min(85, lat + reach)], [lon, Math.max(-85, lat - reach)]];
  });
  const all: MultiPoint = { type: "MultiPoint", coordinates: points.length === 0 ? [[-170, -55], [170, 75]] : points };
  const [lon, lat] = geoCentroid(all);
  const reach = Math.max(...all.coordinates.map((point) => geoDistance([lon, lat], point as [number, number])));
  // Near the middle an azimuthal view keeps shapes; it would bend the whole earth too far.
  const view = reach < LOCAL ? geoAzimuthalEqualArea().rotate([-lon, -lat]).clipAngle(90) : geoEqualEarth().rotate([-lon, 0]);
  return view.fitExtent([[12, 12], [width - 12, height - 12]], all);
}

function ring(sketch: Sketch, place: Place): SVGElement {
  const circle = geoCircle().center(pointOf(place) ?? [0, 0]).radius(ringDegrees(place))();
  return svg("path", { class: `ring look-${lookOf(place.status, place.stance)}`, d: sketch.path(circle), fill: "none", stroke: "currentColor", "stroke-width": 1.5, "stroke-dasharray": place.radius_km === null ? "2 4" : null });
}

function dotsOf(sketch: Sketch, places: readonly Place[], most: number): Dot[] {
  return places.flatMap((place) => {
    const point = sketch.projection(pointOf(place) ?? [0, 0]);
    return point ? [{ place, x: point[0], y: point[1], half: size(place.value, most) }] : [];
  });
}

/** The outline of a mark: square, diamond, circle. */
export function shapeOf(precision: Place["precision"], x: number, y: number, half: number): string {
  const n = (value: number): string => value.toFixed(1);
  if (precision === "country") return `M${n(x - half)} ${n(y - half)}h${n(2 * half)}v${n(2 * half)}h${n(-2 * half)}Z`;
  if (precision === "region") return `M${n(x)} ${n(y - half)}L${n(x + half)} ${n(y)}L${n(x)} ${n(y + half)}L${n(x - half)} ${n(y)}Z`;
  return `M${n(x - half)} ${n(y)}a${n(half)} ${n(half)} 0 1 0 ${n(2 * half)} 0a${n(half)} ${n(half)} 0 1 0 ${n(-2 * half)} 0Z`;
}

function dotMark(page: Sheet, { place, x, y, half }: Dot): SVGElement {
  const says = `${place.label} (${PRECISION[place.precision]}), ${place.what}: ${statusWords(place.status, place.stance)}, ${place.rows}`;
  const d = shapeOf(place.precision, x, y, half);
  return mark(place.href, says, svg("path", { class: "ground", d }), svg("path", { ...painted(page.uid, lookOf(place.status, place.stance)), d }));
}

/** The names of places, right or left of their marks, where they cover no mark and no name; all of them are in the table. */
function names(dots: readonly Dot[], width: number): SVGElement {
  const taken = dots.map(({ x, y, half }) => ({ x0: x - half, x1: x + half, y0: y - half, y1: y + half }));
  const firsts = [...new Map(dots.map((dot) => [`${dot.place.label} ${dot.y.toFixed(0)}`, dot])).values()];
  const labels = firsts.map((dot) => {
    const row = dots.filter((other) => other.place.label === dot.place.label && Math.abs(other.y - dot.y) < 1);
    const wide = textWidth(dot.place.label, 12);
    const right = Math.max(...row.map((other) => other.x + other.half)) + 4;
    const left = Math.min(...row.map((other) => other.x - other.half)) - 4 - wide;
    const places = [right, left].map((x0) => ({ x0, x1: x0 + wide, y0: dot.y - 7, y1: dot.y + 7, words: dot.place.label }));
    return places.filter((box) => box.x0 >= 0 && box.x1 <= width);
  });
  const set = settled(labels, taken).map((box) => label(box.words, box.x0, box.y0 + 11, { halo: true }));
  return svg("g", { "aria-hidden": "true" }, ...set);
}

function shapes(places: readonly Place[]): Sign[] {
  const kinds = [
    { precision: "country" as const, words: "country only" }, { precision: "region" as const, words: "region" },
    { precision: "town" as const, words: "town or site" },
  ];
  const used = new Set(places.map((place) => (place.precision === "site" ? "town" : place.precision)));
  return kinds
    .filter((kind) => used.has(kind.precision))
    .map((kind) => ({
      sign: (x, y) => svg("path", { class: "plain", d: shapeOf(kind.precision, x + 13, y + 8, 7) }),
      words: kind.words,
    }));
}
