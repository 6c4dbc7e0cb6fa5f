import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { xmpProperties } from "./xmp-properties.js";

const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

describe("xmpProperties", () => {
  it("reads attributes, elements, lists and resources, whatever the prefixes", () => {
    const properties = xmpProperties(`<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${RDF}>
      <rdf:Description rdf:about="" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:I="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
        xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:CreatorTool='Pen &#38; Ink'>
        <d:title><rdf:Alt><rdf:li xml:lang="x-default">Fox</rdf:li></rdf:Alt></d:title>
        <d:subject><rdf:Bag><rdf:li>red</rdf:li><rdf:li><![CDATA[a <b> & c]]></rdf:li></rdf:Bag></d:subject>
        <!-- <d:title>no</d:title> -->
        <I:DigitalSourceType rdf:resource="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"/>
      </rdf:Description></rdf:RDF></x:xmpmeta>`);
    expect(properties.get("dc:title")).toEqual(["Fox"]);
    expect(properties.get("dc:subject")).toEqual(["red", "a <b> & c"]);
    expect(properties.get("xmp:CreatorTool")).toEqual(["Pen & Ink"]);
    expect(properties.get("Iptc4xmpExt:DigitalSourceType")).toEqual([
      "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
    ]);
  });

  it("gives back any text, as element and as attribute", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((value) => value.trim() !== "");
    fc.assert(
      fc.property(text, (value) => {
        const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
        const element = `<rdf:Description ${RDF} ${dc}><dc:title>${escape(value)}</dc:title></rdf:Description>`;
        const attribute = `<rdf:Description ${RDF} ${dc} dc:title="${escape(value)}"/>`;
        expect(xmpProperties(element).get("dc:title")).toEqual([value]);
        expect(xmpProperties(attribute).get("dc:title")).toEqual([value]);
      }),
    );
  });

  it("never throws and never follows entities of the file's own", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            "<",
            ">",
            "/",
            '"',
            "'",
            "=",
            "&",
            ";",
            ":",
            "!",
            "[",
            "]",
            "-",
            "?",
            " ",
            "rdf:li",
            "a",
          ),
        }),
        (text) => void xmpProperties(text),
      ),
    );
    const lol =
      '<!DOCTYPE a [<!ENTITY b "cc">]><a xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>&b;</dc:title></a>';
    expect(xmpProperties(lol).get("dc:title")).toEqual(["&b;"]);
    expect(xmpProperties("<a>".repeat(500_000)).size).toBe(0);
  });
});
