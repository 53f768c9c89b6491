"""The values that travel from stage to stage; nothing here reads, writes or decides.

Source → Document → Annotated → Corpus → Page → Artifact. Every span is half-open and counts code points into
`Document.text`, the one text of an article: blocks, marks, sentences, mentions and figures all stand off from it.
A field never waits to be filled: what a later stage knows stands in that stage's own type.

Inner rooms, top down: output, corpus, found, article.
"""

from generator.model.article import SET_APART, Block, BlockKind, Document, Draft, Mark, Metadata, Problem, Source, Span
from generator.model.corpus import Alias, Article, Corpus, Entity, Geo, Linked, Locus, Redirect, Role
from generator.model.found import Annotated, Label, Layer, Mention, Name, Quantity
from generator.model.output import Artifact, Page, Twin

__all__ = [
    "SET_APART",
    "Alias",
    "Annotated",
    "Article",
    "Artifact",
    "Block",
    "BlockKind",
    "Corpus",
    "Document",
    "Draft",
    "Entity",
    "Geo",
    "Label",
    "Layer",
    "Linked",
    "Locus",
    "Mark",
    "Mention",
    "Metadata",
    "Name",
    "Page",
    "Problem",
    "Quantity",
    "Redirect",
    "Role",
    "Source",
    "Span",
    "Twin",
]
