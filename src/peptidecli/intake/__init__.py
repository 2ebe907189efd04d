"""Reading other people's bibliographies: BibTeX, RIS, CSL-JSON, EndNote XML and PubMed's .nbib in, papers out."""
