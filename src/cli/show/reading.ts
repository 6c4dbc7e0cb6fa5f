import type { FileReading } from "../../app/read.js";
import type { PageOptions } from "./page.js";
import { createPage, printable } from "./page.js";
import { showProvenance, showRecovered } from "./recovered.js";

function facts(entries: readonly (readonly [string, unknown])[]): string[] {
  return entries
    .filter(
      ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
    )
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(", ") : String(value)}`);
}

/** What a file says of itself, for a person. */
export function showReading(reading: FileReading, options: PageOptions): string {
  const page = createPage(options);
  const sections = [page.bold(printable(reading.file))];
  if (reading.recovered !== null) sections.push(showRecovered(reading.recovered, page));
  if (reading.provenance !== null) sections.push(showProvenance(reading.provenance, page));
  const { camera, description } = reading;
  const written = facts([
    ["Title", description.title],
    ["Caption", description.caption],
    ["Keywords", description.keywords],
    ["Creator", description.creator],
  ]);
  if (written.length > 0)
    sections.push([page.bold("Description"), page.wrap(written.join("\n"), 2)].join("\n"));
  const shot = facts([
    ["Camera", [camera.make, camera.model].filter((part) => part !== undefined).join(" ")],
    ["Lens", camera.lens],
    ["Focal length", camera.focalLengthMm === undefined ? undefined : `${camera.focalLengthMm} mm`],
    ["35 mm equivalent", camera.focalLength35Mm === undefined ? undefined : `${camera.focalLength35Mm} mm`],
    ["Aperture", camera.fNumber === undefined ? undefined : `f/${camera.fNumber}`],
    ["Exposure", camera.exposureSeconds === undefined ? undefined : `${camera.exposureSeconds} s`],
    ["ISO", camera.iso],
    ["Taken at", camera.takenAt],
    ["Software", camera.software],
  ]);
  if (shot.length > 0) sections.push([page.bold("Camera"), page.wrap(shot.join("\n"), 2)].join("\n"));
  for (const warning of reading.warnings) sections.push(page.warn(page.wrap(`! ${warning.message}`, 0)));
  if (sections.length === 1) {
    sections.push(
      page.dim(
        "  The file carries no prompt, no caption and no camera data. imprompt describe looks at the picture.",
      ),
    );
  }
  return `${sections.join("\n\n")}\n\n`;
}
