"""How things are written: words, names of people, identifiers, sequences. Knows no dataset."""
