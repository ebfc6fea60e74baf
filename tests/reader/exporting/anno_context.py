"""The terms of the Web Annotation vocabulary that exports use, as a JSON-LD context for a processor without a network.

From the W3C Recommendation Web Annotation Vocabulary (23 February 2017), §3 and appendix A: what each term means. Only
terms named here keep their meaning when a JSON-LD processor reads a file: an export with another one loses it.
"""

from __future__ import annotations

from typing import Any

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"

CLASSES = {
    "Annotation": OA + "Annotation", "TextualBody": OA + "TextualBody", "SpecificResource": OA + "SpecificResource",
    "TextQuoteSelector": OA + "TextQuoteSelector", "TextPositionSelector": OA + "TextPositionSelector",
    "AnnotationCollection": AS + "OrderedCollection", "AnnotationPage": AS + "OrderedCollectionPage",
    "Person": FOAF + "Person",
}
MOTIVATIONS = {name: OA + name for name in ("commenting", "highlighting", "tagging")}
LINKS = {
    "body": OA + "hasBody", "target": OA + "hasTarget", "source": OA + "hasSource", "selector": OA + "hasSelector",
    "creator": DCTERMS + "creator", "first": AS + "first",
}
NAMES = {"motivation": OA + "motivatedBy", "purpose": OA + "hasPurpose"}
COUNTS = {"start": OA + "start", "end": OA + "end", "total": AS + "totalItems", "startIndex": AS + "startIndex"}
MOMENTS = {"created": DCTERMS + "created", "modified": DCTERMS + "modified"}
WORDS = {
    "exact": OA + "exact", "prefix": OA + "prefix", "suffix": OA + "suffix", "value": RDF + "value",
    "format": "http://purl.org/dc/elements/1.1/format", "name": FOAF + "name", "label": RDFS + "label",
}
ITEMS = AS + "items"
PROPERTIES = LINKS | NAMES | COUNTS | MOMENTS | WORDS | {"items": ITEMS}


def context() -> dict[str, Any]:
    """The context as a JSON-LD document."""
    terms: dict[str, Any] = {"id": "@id", "type": "@type"} | CLASSES | MOTIVATIONS | WORDS
    terms |= {name: {"@id": iri, "@type": "@id"} for name, iri in LINKS.items()}
    terms |= {name: {"@id": iri, "@type": "@vocab"} for name, iri in NAMES.items()}
    terms |= {name: {"@id": iri, "@type": XSD + "nonNegativeInteger"} for name, iri in COUNTS.items()}
    terms |= {name: {"@id": iri, "@type": XSD + "dateTime"} for name, iri in MOMENTS.items()}
    terms["items"] = {"@id": ITEMS, "@type": "@id", "@container": "@list"}
    return {"@context": terms}
