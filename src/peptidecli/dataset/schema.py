"""The tables of the store: columns for what one filters by, the whole record as JSON beside them.

`docs/store.md` describes them for people; `peptide export FILE.sqlite` gives a copy.
"""

from __future__ import annotations

VERSION = "5"
"""Raised whenever a table changes; a store of another version is built anew."""

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE folder (id INTEGER PRIMARY KEY, path TEXT NOT NULL, own INTEGER NOT NULL);
CREATE TABLE file (
    id INTEGER PRIMARY KEY, folder INTEGER NOT NULL REFERENCES folder(id), path TEXT NOT NULL,
    mark TEXT NOT NULL, UNIQUE (folder, path));

CREATE TABLE compound (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, class TEXT NOT NULL, parent TEXT, residues TEXT, formula TEXT,
    molar_mass REAL, summary TEXT NOT NULL, own INTEGER NOT NULL, file INTEGER NOT NULL REFERENCES file(id),
    record TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE TABLE reference (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, first_author TEXT NOT NULL,
    issued INTEGER NOT NULL, container_title TEXT NOT NULL, volume TEXT, issue TEXT, page TEXT, doi TEXT, pmid TEXT,
    pmcid TEXT, language TEXT NOT NULL, standing TEXT NOT NULL, design TEXT NOT NULL, subject TEXT NOT NULL, n INTEGER,
    research_group TEXT, read TEXT, same_study_as TEXT, own INTEGER NOT NULL,
    file INTEGER NOT NULL REFERENCES file(id), record TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE TABLE claim (
    compound TEXT NOT NULL REFERENCES compound(id), id TEXT NOT NULL, topic TEXT NOT NULL, kind TEXT NOT NULL,
    result TEXT NOT NULL, level TEXT NOT NULL, population TEXT NOT NULL, n INTEGER, route TEXT, at TEXT,
    text TEXT NOT NULL, effect TEXT, given INTEGER NOT NULL, own INTEGER NOT NULL,
    PRIMARY KEY (compound, id)) WITHOUT ROWID;
CREATE TABLE statement (
    id TEXT PRIMARY KEY, topic TEXT NOT NULL, verdict TEXT NOT NULL, text TEXT NOT NULL, explanation TEXT NOT NULL,
    own INTEGER NOT NULL, file INTEGER NOT NULL REFERENCES file(id), record TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE TABLE citation (
    id TEXT PRIMARY KEY, citation TEXT NOT NULL, problem TEXT NOT NULL, year INTEGER, doi TEXT, pmid TEXT,
    explanation TEXT NOT NULL, spoken TEXT NOT NULL, own INTEGER NOT NULL, file INTEGER NOT NULL REFERENCES file(id),
    record TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE TABLE source (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT NOT NULL, kind TEXT NOT NULL, url TEXT,
    own INTEGER NOT NULL, file INTEGER NOT NULL REFERENCES file(id), record TEXT NOT NULL, crc INTEGER NOT NULL);

CREATE TABLE name (
    key TEXT NOT NULL, compound TEXT NOT NULL REFERENCES compound(id), text TEXT NOT NULL, preferred INTEGER NOT NULL,
    own INTEGER NOT NULL, PRIMARY KEY (key, compound)) WITHOUT ROWID;
CREATE TABLE relative (
    key TEXT NOT NULL, compound TEXT NOT NULL REFERENCES compound(id), text TEXT NOT NULL, own INTEGER NOT NULL,
    PRIMARY KEY (key, compound)) WITHOUT ROWID;
CREATE TABLE identifier (
    value TEXT NOT NULL, compound TEXT NOT NULL REFERENCES compound(id), kind TEXT NOT NULL, text TEXT NOT NULL,
    own INTEGER NOT NULL, PRIMARY KEY (value, compound, kind)) WITHOUT ROWID;
CREATE TABLE about (
    compound TEXT NOT NULL REFERENCES compound(id), kind TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (compound, kind, id)) WITHOUT ROWID;
CREATE TABLE reference_design (
    design TEXT NOT NULL, reference TEXT NOT NULL REFERENCES reference(id), PRIMARY KEY (design, reference))
    WITHOUT ROWID;
CREATE TABLE reference_topic (
    topic TEXT NOT NULL, reference TEXT NOT NULL REFERENCES reference(id), PRIMARY KEY (topic, reference))
    WITHOUT ROWID;
CREATE TABLE claim_reference (
    reference TEXT NOT NULL REFERENCES reference(id), compound TEXT NOT NULL, claim TEXT NOT NULL,
    PRIMARY KEY (reference, compound, claim),
    FOREIGN KEY (compound, claim) REFERENCES claim(compound, id)) WITHOUT ROWID;

-- What several folders say of one id, when more than one does; the record that counts stands in its own table.
CREATE TABLE overlaid (
    kind TEXT NOT NULL, id TEXT NOT NULL, folder INTEGER NOT NULL, file INTEGER NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (kind, id, folder)) WITHOUT ROWID;

-- Authors, titles and journals as words, for `cite`: their numbers are those of `reference`.
CREATE VIRTUAL TABLE reference_text USING fts5 (
    first, family, sound, title, journal, detail='column', columnsize=0, prefix='3 4',
    tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE reference_word USING fts5vocab (reference_text, col);

-- Everything that can be found by words: one entry each, what it is, and what it says.
CREATE TABLE entry (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, compounds TEXT NOT NULL, section TEXT NOT NULL,
    topic TEXT, kind_of_claim TEXT, level TEXT, subject TEXT, result TEXT, verdict TEXT, jurisdiction TEXT,
    text TEXT NOT NULL, refs TEXT NOT NULL, own INTEGER NOT NULL, owner TEXT NOT NULL);
CREATE TABLE entry_compound (
    compound TEXT NOT NULL, entry INTEGER NOT NULL REFERENCES entry(number), PRIMARY KEY (compound, entry))
    WITHOUT ROWID;
CREATE VIRTUAL TABLE entry_text USING fts5 (
    heavy, light, detail='full', tokenize="porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE entry_word USING fts5vocab (entry_text, row);
"""

INDEXES = """
CREATE INDEX IF NOT EXISTS compound_file ON compound (file);
CREATE INDEX IF NOT EXISTS compound_residues ON compound (residues);
CREATE INDEX IF NOT EXISTS reference_file ON reference (file);
CREATE INDEX IF NOT EXISTS reference_doi ON reference (lower(doi));
CREATE INDEX IF NOT EXISTS reference_pmid ON reference (pmid);
CREATE INDEX IF NOT EXISTS reference_pmcid ON reference (pmcid);
CREATE INDEX IF NOT EXISTS reference_issued ON reference (issued);
CREATE INDEX IF NOT EXISTS reference_standing ON reference (standing) WHERE standing <> 'normal';
CREATE INDEX IF NOT EXISTS reference_translation ON reference (json_extract(record, '$."translation-of"'))
    WHERE instr(record, '"translation-of"') > 0;
CREATE INDEX IF NOT EXISTS reference_other_doi ON reference (lower(json_extract(record, '$."other-place".DOI')))
    WHERE instr(record, '"other-place"') > 0;
CREATE INDEX IF NOT EXISTS reference_other_pmid ON reference (json_extract(record, '$."other-place".PMID'))
    WHERE instr(record, '"other-place"') > 0;
CREATE INDEX IF NOT EXISTS claim_topic ON claim (topic);
CREATE INDEX IF NOT EXISTS name_compound ON name (compound);
CREATE INDEX IF NOT EXISTS identifier_compound ON identifier (compound);
CREATE INDEX IF NOT EXISTS about_id ON about (kind, id);
CREATE INDEX IF NOT EXISTS reference_design_reference ON reference_design (reference);
CREATE INDEX IF NOT EXISTS reference_topic_reference ON reference_topic (reference);
CREATE INDEX IF NOT EXISTS claim_reference_claim ON claim_reference (compound, claim);
CREATE INDEX IF NOT EXISTS entry_kind ON entry (kind, id);
CREATE INDEX IF NOT EXISTS entry_section ON entry (section);
CREATE INDEX IF NOT EXISTS entry_owner ON entry (owner);
CREATE INDEX IF NOT EXISTS entry_compound_entry ON entry_compound (entry);
"""
"""Made when the tables are full: to keep them while rows are put in takes longer."""
