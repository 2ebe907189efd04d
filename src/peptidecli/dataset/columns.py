"""What the tables of the store hold, in words: for `docs/store.md`, and for those who read an export."""

from __future__ import annotations

from typing import NamedTuple


class Table(NamedTuple):
    """A table: its name, what a row of it is, what its columns hold, and whether it is one for people."""

    name: str
    text: str
    columns: dict[str, str]
    exported: bool = True
    """Whether it is written to CSV, Parquet and the like; the others serve the program, and are in SQLite alone."""


_OWN = "1 where a folder of own data has brought or changed it, else 0"
_FILE = "the file that says so: `file.id`"
_RECORD = "the whole record as JSON, its keys as in the TOML files, those without a value left out"
_CRC = "CRC-32 of `record`, by which damage is noticed"
_COMPOUND = "the compound: `compound.id`"
_REFERENCE = "the reference: `reference.id`"

TABLES = (
    Table("compound", "A compound: peptide, peptide derivative or peptide mixture.", {
        "id": "its id", "name": "its preferred name", "class": "what kind of substance it is",
        "parent": "the id of the compound it is derived from", "residues": "its sequence in one-letter notation",
        "formula": "its molecular formula, worked out from the sequence where that is plain",
        "molar_mass": "its molar mass in g/mol, worked out likewise", "summary": "what it is, in a few sentences",
        "own": _OWN, "file": _FILE, "record": _RECORD, "crc": _CRC,
    }),
    Table("reference", "A reference: one bibliographic record that was traced.", {
        "number": "a number of this store alone, that of its row in `reference_text`", "id": "its id",
        "title": "its title", "first_author": "the first author's family name, or an organisation",
        "issued": "the year", "container_title": "the journal or book", "volume": "the volume", "issue": "the issue",
        "page": "the pages", "doi": "the DOI", "pmid": "PubMed's number", "pmcid": "PubMed Central's number",
        "language": "the language's code (ISO 639-1)",
        "standing": "normal, retracted, expression-of-concern or corrected",
        "design": "the highest of its study designs, an id of the vocabulary",
        "subject": "what that design studies: human, animal, laboratory or secondary", "n": "how many subjects",
        "research_group": "the research group it comes from, an id of the vocabulary",
        "read": "how deep it was read: full-text, abstract, excerpt, secondary or title",
        "same_study_as": "the id of another reference that tells the same study",
        "own": _OWN, "file": _FILE, "record": _RECORD, "crc": _CRC,
    }),
    Table("claim", "A claim: one sentence on one compound, with the references it rests on in `claim_reference`.", {
        "compound": _COMPOUND, "id": "its id, alone of its kind in the compound",
        "topic": "what it is about, an id of the vocabulary",
        "kind": "mechanism, effect, pharmacokinetics, safety or origin",
        "result": "which way it went: positive, negative, null, mixed or unknown",
        "level": "the study design it rests on: the highest of its references, retracted ones aside",
        "population": "in whom or in what", "n": "how many subjects", "route": "how it was given",
        "at": "where in the paper it stands", "text": "the sentence",
        "effect": "the size of what was found, in a few figures",
        "given": "0 where no subject of the study was given the compound itself, else 1", "own": _OWN,
    }),
    Table("statement", "A statement that circulates and does not fully hold.", {
        "id": "its id", "topic": "what it is about, an id of the vocabulary",
        "verdict": "contradicted, partly or untraceable", "text": "what is said",
        "explanation": "what is wrong with it", "own": _OWN, "file": _FILE, "record": _RECORD, "crc": _CRC,
    }),
    Table("citation", "A citation that circulates and is no reference: untraced, misnumbered or misattributed.", {
        "id": "its id", "citation": "how it is written", "problem": "untraced, misnumbered or misattributed",
        "year": "the year it names", "doi": "the DOI it circulates with", "pmid": "the PMID it circulates with",
        "explanation": "what is the case", "spoken": "the author's name and the id as words, by which it is looked up",
        "own": _OWN, "file": _FILE, "record": _RECORD, "crc": _CRC,
    }),
    Table("source", "A source that is no paper: a register's entry, a label, a regulator's page.", {
        "id": "its id", "title": "its title", "publisher": "who publishes it",
        "kind": "registry, database, label, regulator, web, developer or vendor", "url": "its address without scheme",
        "own": _OWN, "file": _FILE, "record": _RECORD, "crc": _CRC,
    }),
    Table("name", "A way in which a compound is written.", {
        "key": "the name in lower-case Latin letters and digits alone, by which it is looked up",
        "compound": _COMPOUND, "text": "the name as it stands", "preferred": "1 for the preferred name and the id",
        "own": _OWN,
    }),
    Table("relative", "A way in which something is written that is called like a compound and is another thing.", {
        "key": "the name in lower-case Latin letters and digits alone, by which it is looked up",
        "compound": "the compound under which it stands: `compound.id`", "text": "its preferred name", "own": _OWN,
    }),
    Table("identifier", "A registry's number for a compound.", {
        "value": "the number in lower case, by which it is looked up", "compound": _COMPOUND,
        "kind": "CAS RN, PubChem CID, UNII and so on", "text": "the number as it stands", "own": _OWN,
    }),
    Table("about", "Which references, statements and citations are about a compound.", {
        "compound": _COMPOUND, "kind": "reference, statement or citation", "id": "the id of that record",
    }),
    Table("reference_design", "Every study design of a reference.", {
        "design": "the design, an id of the vocabulary", "reference": _REFERENCE,
    }),
    Table("reference_topic", "Every topic of a reference.", {
        "topic": "the topic, an id of the vocabulary", "reference": _REFERENCE,
    }),
    Table("claim_reference", "The references that a claim rests on.", {
        "reference": _REFERENCE, "compound": "the claim's compound", "claim": "the claim: `claim.id`",
    }),
    Table("entry", "Something that is found by words, with what it says; their full text is `entry_text`.", {
        "number": "a number of this store alone", "kind": "claim, reference, fact, faq and so on",
        "id": "the id of a claim, reference and so on; what has none has its compound's, a slash and what it is called",
        "compounds": "the ids of the compounds it is about, a space between",
        "section": "the section of a profile it stands in", "topic": "what it is about, an id of the vocabulary",
        "kind_of_claim": "the kind of a claim", "level": "the study design it rests on",
        "subject": "what that design studies", "result": "which way a claim went",
        "verdict": "the verdict on a statement, the problem of a citation",
        "jurisdiction": "where a regulatory status holds", "text": "what it says",
        "refs": "the ids of the references behind it, a space between", "own": _OWN,
        "owner": "kind and id of the record it comes from, a colon between",
    }),
    Table("folder", "A folder that was read, the bundled one first; a later one is laid over the earlier.", {
        "id": "its place", "path": "its path; in an export its name alone", "own": "0 for the bundled one, else 1",
    }),
    Table("file", "A data file that was read.", {
        "id": "a number of this store alone", "folder": "its folder: `folder.id`",
        "path": "its path; in an export that inside its folder",
        "mark": "its size, times and inode, by which a change is noticed; empty in an export",
    }),
    Table("overlaid", "What several folders say of one id, where more than one does.", {
        "kind": "compound, reference and so on", "id": "the id", "folder": "the folder: `folder.id`",
        "file": _FILE, "record": _RECORD,
    }, exported=False),
    Table("meta", "The store itself: the version of its tables, the vocabulary and the dataset's own data as JSON.", {
        "key": "what it is", "value": "its value",
    }, exported=False),
    Table("entry_compound", "Which compounds an entry is about.", {
        "compound": "the compound's id", "entry": "the entry: `entry.number`",
    }, exported=False),
    Table("reference_text", "Full text of authors, titles and journals (FTS5); `rowid` is `reference.number`.", {
        "first": "the first author's family name", "family": "all family names",
        "sound": "all family names with the differences of transliterations removed",
        "title": "title and original title",
        "journal": "the journal or book",
    }, exported=False),
    Table("entry_text", "Full text of everything (FTS5, English stems); `rowid` is `entry.number`.", {
        "heavy": "what an entry is about", "light": "what else it says",
    }, exported=False),
    Table("reference_word", "The words of `reference_text` (fts5vocab).", {
        "term": "the word", "col": "the column it stands in", "doc": "in how many rows", "cnt": "how often",
    }, exported=False),
    Table("entry_word", "The words of `entry_text`, as stems (fts5vocab).", {
        "term": "the word", "doc": "in how many rows", "cnt": "how often",
    }, exported=False),
)  # fmt: skip
"""All tables of `schema.py`, those for people first."""

TRUTHS = frozenset({"own", "preferred"})
"""Columns of 0 and 1 that stand for no and yes."""
