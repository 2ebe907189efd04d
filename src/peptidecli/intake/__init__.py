"""Reading other people's bibliographies: BibTeX, RIS, CSL-JSON and PubMed's .nbib in, papers out."""
